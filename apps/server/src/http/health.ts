import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** Why the game cannot be played yet, in a word. */
export type NotReady = 'starting' | 'database' | 'inference' | 'round' | 'closing'

/** Who can compute it has the data folder: so `dabble doctor` knows that an address leads to this game and no other. */
export const proofOf = (healthKey: Buffer, nonce: string): string =>
  createHmac('sha256', healthKey).update(nonce).digest('base64url')

/** `/healthz`: the process answers, with a proof where a nonce is given. `/readyz`: the game can be played; else 503 and why. */
export function addHealth(app: FastifyInstance, notReady: () => NotReady | null, healthKey: Buffer): void {
  app.get<{ Querystring: { nonce?: unknown } }>('/healthz', async ({ query: { nonce } }, reply) => {
    const asked = typeof nonce === 'string' && /^[\w-]{1,64}$/.test(nonce)
    return reply
      .header('cache-control', 'no-store')
      .send(asked ? { ok: true, proof: proofOf(healthKey, nonce) } : { ok: true })
  })
  app.get('/readyz', async (_, reply) => {
    const reason = notReady()
    reply.header('cache-control', 'no-store').code(reason ? 503 : 200)
    return reason ? { ready: false, reason } : { ready: true }
  })
}
