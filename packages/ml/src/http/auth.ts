import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'

/** What balancers and containers' health checks ask, who have no token. They learn no more than yes or no. */
const open = new Set(['/healthz', '/readyz'])

/**
 * Everything else needs the token, loopback or not: behind a tunnel everybody comes from loopback. As `Authorization: Bearer …`, or as
 * `X-API-Key` where a platform in front wants the first header for a token of its own and passes it on. A wrong one opens nothing.
 */
export function requireToken(app: FastifyInstance, token: string) {
  const expected = digest(token)
  app.addHook('onRequest', async request => {
    const shown = tokensOf(request)
    if (shown.length === 0 && open.has(request.routeOptions.url ?? '')) return
    if (!shown.some(one => timingSafeEqual(digest(one), expected)))
      throw new ApiError(401, 'invalid_api_key', 'The token is missing or wrong.')
  })
}

function tokensOf({ headers }: FastifyRequest): string[] {
  const key = headers['x-api-key']
  const { authorization } = headers
  const bearer = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : authorization && ''
  return [bearer, key].filter(shown => typeof shown === 'string')
}

const digest = (text: string) => createHash('sha256').update(text).digest()
