import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isNavigation, sendPage } from './pages.ts'

/** Folders of the built apps. */
export interface AppFolders {
  web: string
  kiosk: string
}

/**
 * The phone app at `/`, the big screen at `/kiosk`, the crew's screens at `/staff`. Files with a hash in their name are kept for ever, everything else is asked
 * for every time. A page that is no file is the app's own business: it gets the app.
 */
export async function addApps(app: FastifyInstance, folders: AppFolders): Promise<void> {
  await app.register(fastifyStatic, { serve: false, preCompressed: true, cacheControl: false, dotfiles: 'deny' })

  async function send(request: FastifyRequest, reply: FastifyReply, root: string, file: string, page = 'index.html') {
    if (file && existsSync(join(root, file)) && extname(file)) {
      const forever = file.startsWith('assets/')
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      return reply.sendFile(file, root)
    }
    if (extname(file) || !isNavigation(request)) return sendPage(request, reply, 404)
    if (!existsSync(join(root, page))) return sendPage(request, reply, 503)
    return reply.header('cache-control', 'no-cache').sendFile(page, root)
  }

  const pathOf = (request: FastifyRequest) => (request.params as { '*'?: string })['*'] ?? ''
  app.get('/kiosk', (request, reply) => send(request, reply, folders.kiosk, ''))
  app.get('/kiosk/*', (request, reply) => send(request, reply, folders.kiosk, pathOf(request)))
  for (const path of ['/staff', '/staff/*']) {
    app.get(path, (request, reply) => send(request, reply, folders.kiosk, '', 'staff.html'))
  }
  app.get('/*', (request, reply) => send(request, reply, folders.web, pathOf(request)))
}
