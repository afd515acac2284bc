import type { FastifyInstance } from 'fastify'
import { createBuckets } from './buckets.ts'
import { refuse } from './refuse.ts'

/**
 * Keeps one device, and one address, from keeping the server busy with nothing. The game's own rules (pace, join limits) are
 * stricter and live in the database; this only bounds the cost of asking. A whole conference shares one address, so that
 * bucket is very loose.
 */
const perDevice = { burst: 80, perSecond: 8 }
const perAddress = { burst: 4_000, perSecond: 800 }

export function addGuard(app: FastifyInstance): void {
  const devices = createBuckets(perDevice)
  const addresses = createBuckets(perAddress)
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/(trpc|live)\//.test(request.url)) return
    const seconds = addresses.take(request.ip) || devices.take(request.deviceId)
    if (seconds) {
      return refuse(reply.header('retry-after', seconds), 'too-many-requests', { values: { seconds } })
    }
  })
}
