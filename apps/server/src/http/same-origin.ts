import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from './refuse.ts'

/**
 * Only our own pages may change anything. Browsers name the page's origin on every POST; whoever sends neither `Origin` nor
 * `Sec-Fetch-Site` is no browser that we know, and a program that talks to the game can say where it belongs.
 */
export function addSameOrigin(app: FastifyInstance, publicUrl: () => string | null): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (!isSameOrigin(request, publicUrl())) return refuse(reply, 'wrong-origin')
  })
}

function isSameOrigin(request: FastifyRequest, publicUrl: string | null): boolean {
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin'
  if (origin === publicUrl) return true
  // The scheme is not compared: behind a proxy that ends TLS we cannot know it. The host has been checked to be ours.
  return URL.canParse(origin) && new URL(origin).host === request.host
}
