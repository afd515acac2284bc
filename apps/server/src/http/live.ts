import type { LiveChannel } from '@dabble/api'
import type { FastifyInstance } from 'fastify'
import type { Feed } from '../live/feed.ts'
import { refuse } from './refuse.ts'

const streamHead = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-content-type-options': 'nosniff',
  // Asks nginx and its kin not to collect the stream.
  'x-accel-buffering': 'no',
}

/** `GET /live/<channel>`: Server-Sent Events; with `?poll` the current state as JSON. Neither makes a device known: pages do. */
export function addLive(app: FastifyInstance, feed: Feed, open: () => boolean): void {
  for (const channel of ['kiosk', 'player'] satisfies LiveChannel[]) {
    app.get<{ Querystring: { poll?: string } }>(`/live/${channel}`, { exposeHeadRoute: false }, (request, reply) => {
      if (!open()) return refuse(reply.header('retry-after', 1), 'internal', { status: 503 })
      const viewer = { deviceId: request.deviceId, playerId: request.playerId }
      if (request.query.poll !== undefined) {
        return reply.header('cache-control', 'no-store').type('application/json').send(feed.poll(channel, viewer))
      }
      const { raw } = reply.hijack()
      raw.writeHead(200, streamHead)
      raw.socket?.setNoDelay(true)
      raw.socket?.setKeepAlive(true, 30_000)
      if (!feed.subscribe(channel, viewer, raw)) raw.end()
    })
  }
}
