import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'

/** Everything but /healthz needs the token, loopback or not: behind a tunnel everybody comes from loopback. */
export function requireToken(app: FastifyInstance, token: string) {
  const expected = digest(`Bearer ${token}`)
  app.addHook('onRequest', async request => {
    if (request.routeOptions.url === '/healthz') return
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected))
      throw new ApiError(401, 'invalid_api_key', 'The bearer token is missing or wrong.')
  })
}

const digest = (text: string) => createHash('sha256').update(text).digest()
