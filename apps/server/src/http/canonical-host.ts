import type { FastifyInstance } from 'fastify'
import { createKnownHosts, hostnameOf } from './hosts.ts'
import { isNavigation, sendPage } from './pages.ts'

const exempt = new Set(['/healthz', '/readyz'])

/**
 * One address for everybody, because cookies belong to a host: pages opened on another of this machine's names move to the
 * public one. Names that are not this machine's are refused, so that nobody can point their own name at it (DNS rebinding).
 */
export function addCanonicalHost(app: FastifyInstance, publicUrl: () => string | null): void {
  const publicName = () => {
    const url = publicUrl()
    return url ? hostnameOf(new URL(url).host) : null
  }
  const known = createKnownHosts(publicName)

  app.addHook('onRequest', async (request, reply) => {
    if (exempt.has(request.url.split('?', 1)[0] as string)) return
    const name = hostnameOf(request.host)
    if (!name || !known(name)) return sendPage(request, reply, 421)
    if (name !== publicName() && publicUrl() && isNavigation(request)) {
      return reply.header('cache-control', 'no-store').redirect(`${publicUrl()}${request.url}`, 308)
    }
  })
}
