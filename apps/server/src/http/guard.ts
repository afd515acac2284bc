import type { FastifyInstance } from 'fastify'
import { createBuckets } from './buckets.ts'
import { refuse } from './refuse.ts'

/**
 * Keeps one device, and one address, from keeping the server busy with nothing. The game's own rules (pace, join limits) are
 * stricter and live in the database; this only bounds the cost of asking. A whole conference shares one address, so that
 * bucket is very loose.
 */
const perDevice = { burst: 80, perSecond: 8 }
/**
 * What a device of the crew has besides: a scanner that hands out two pouches a second, and looks at each player, asks for more
 * than any phone does. Only a page that has gone wild comes to its end.
 */
const perCrewDevice = { burst: 400, perSecond: 80 }
const perAddress = { burst: 4_000, perSecond: 800 }

export function addGuard(app: FastifyInstance, isCrew: (deviceId: string) => boolean): void {
  const devices = createBuckets(perDevice)
  const crewDevices = createBuckets(perCrewDevice)
  const addresses = createBuckets(perAddress)
  const wait = (ip: string, deviceId: string): number => {
    const ofAddress = addresses.take(ip)
    if (ofAddress) return ofAddress
    const ofDevice = devices.take(deviceId)
    // Asked only of those who ask much, so that nobody else pays for the question.
    return ofDevice && isCrew(deviceId) ? crewDevices.take(deviceId) : ofDevice
  }
  app.addHook('onRequest', async (request, reply) => {
    // The route that was found, not the address as it was typed: `/%74rpc/…` and `http://booth/trpc/…` lead there too.
    if (!/^\/(trpc|live)\//.test(request.routeOptions.url ?? '')) return
    const seconds = wait(request.ip, request.deviceId)
    if (seconds) {
      return refuse(reply.header('retry-after', seconds), 'too-many-requests', { values: { seconds } })
    }
  })
}
