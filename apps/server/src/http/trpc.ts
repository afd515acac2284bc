import type { Game } from '@dabble/api'
import { appRouter, type Context } from '@dabble/api/router'
import { incomingMessageToRequest } from '@trpc/server/adapters/node-http'
import { resolveResponse } from '@trpc/server/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeIdentity } from './identity.ts'
import { refuse } from './refuse.ts'
import { crewOnly, uploadLimit, uploadPaths } from './uploads.ts'

/** Bytes of a request: a prompt and a CAPTCHA solution, with room to spare. */
export const bodyLimit = 16 * 1024

/** The game's procedures at `/trpc`, one call a request. */
export async function addTrpc(app: FastifyInstance, game: () => Game | null, https: boolean): Promise<void> {
  await app.register(async scope => {
    scope.addHook('onRequest', async (_, reply) => {
      if (!game()) return refuse(reply.header('retry-after', 1), 'internal', { status: 503 })
    })
    scope.addHook('onSend', async (_, reply) => {
      reply.header('cache-control', 'no-store')
    })
    // tRPC reads JSON itself.
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body))
    const call = async (path: string, request: FastifyRequest, reply: FastifyReply) => {
      const response = await resolveResponse({
        router: appRouter,
        req: incomingMessageToRequest(Object.assign(request.raw, { body: request.body }), reply.raw, {
          maxBodySize: null,
        }),
        path,
        error: null,
        allowBatching: false,
        createContext: async (): Promise<Context> => ({
          game: game() as Game,
          deviceId: request.deviceId,
          playerId: request.playerId,
          setPlayer: playerId => writeIdentity(reply, 'player', playerId, https),
        }),
        onError({ error }) {
          // Messages and inputs of refusals are players' words; only what is our own fault is logged.
          if (error.code === 'INTERNAL_SERVER_ERROR')
            app.log.error({ err: error.cause ?? error, path }, 'a call failed')
        },
      })
      // As one text of a known length, which is one packet; tRPC's own adapter sends a stream of chunks.
      return reply
        .code(response.status)
        .headers(Object.fromEntries(response.headers))
        .send(await response.text())
    }
    scope.all<{ Params: { path: string } }>('/trpc/:path', (req, res) => call(req.params.path, req, res))
    for (const path of uploadPaths) {
      const options = { bodyLimit: uploadLimit, onRequest: crewOnly(() => game() as Game) }
      scope.post(`/trpc/${path}`, options, (req, res) => call(path, req, res))
    }
  })
}
