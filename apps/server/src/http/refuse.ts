import { type GameErrorKey, type GameErrorShape, gameErrors } from '@dabble/api'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import type { FastifyReply } from 'fastify'

/** Says no before tRPC is reached, in the shape in which tRPC would have said it, so that clients need one way to read it. */
export function refuse(
  reply: FastifyReply,
  key: GameErrorKey,
  options: { status?: number; values?: GameErrorShape['values'] } = {},
): FastifyReply {
  const code = gameErrors[key]
  const status = options.status ?? getHTTPStatusCodeFromError(new TRPCError({ code }))
  const game: GameErrorShape = { key, values: options.values ?? {} }
  const error = { message: key, code: TRPC_ERROR_CODES_BY_KEY[code], data: { code, httpStatus: status, game } }
  return reply.code(status).header('cache-control', 'no-store').send({ error })
}
