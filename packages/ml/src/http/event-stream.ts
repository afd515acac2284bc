import type { FastifyReply } from 'fastify'

export type EventStream = {
  send(event: { type: string }): void
  end(): void
}

/** Takes the reply over as server-sent events; each event's name is its `type`. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.flushHeaders()
  return {
    send: event => reply.raw.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
    end: () => reply.raw.end(),
  }
}
