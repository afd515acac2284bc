import type { FastifyInstance } from 'fastify'

/** Why the game cannot be played yet, in a word. */
export type NotReady = 'starting' | 'database' | 'inference' | 'round' | 'closing'

/** `/healthz`: the process answers. `/readyz`: the game can be played; 503 with the reason otherwise. */
export function addHealth(app: FastifyInstance, notReady: () => NotReady | null): void {
  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))
  app.get('/readyz', async (_, reply) => {
    const reason = notReady()
    reply.header('cache-control', 'no-store').code(reason ? 503 : 200)
    return reason ? { ready: false, reason } : { ready: true }
  })
}
