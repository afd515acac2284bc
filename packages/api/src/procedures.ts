import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { GameError, type GameErrorShape, gameErrors, isGameErrorKey } from './errors.ts'
import type { Game } from './game.ts'

/** Made by the server for every request. */
export interface Context {
  game: Game
  /** From the signed device cookie, which the server sets on the first answer it gives. */
  deviceId: string
  /** From the signed player cookie; null before joining. */
  playerId: string | null
  /** Sets (or with null clears) the signed player cookie on the answer. */
  setPlayer(playerId: string | null): void
}

/** What a client may know of an error. Anything unforeseen is `internal`, whatever its message said. */
function shapeOf(error: TRPCError): GameErrorShape {
  if (error.cause instanceof GameError) return { key: error.cause.key, values: error.cause.values }
  if (error.cause instanceof ZodError) {
    const key = error.cause.issues[0]?.message
    return { key: isGameErrorKey(key) ? key : 'invalid-input', values: {} }
  }
  return { key: error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : 'invalid-input', values: {} }
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    const game = shapeOf(error)
    return { code: shape.code, message: game.key, data: { code: error.code, httpStatus: shape.data.httpStatus, game } }
  },
})

/** Gives a `GameError` the tRPC code (and so the HTTP status) that `gameErrors` lists for it. */
const withGameErrors = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof GameError) {
    throw new TRPCError({ code: gameErrors[result.error.cause.key], cause: result.error.cause })
  }
  return result
})

export const router = t.router

export const publicProcedure = t.procedure.use(withGameErrors)

export const playerProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.playerId) throw new GameError('not-joined')
  return next({ ctx: { ...ctx, playerId: ctx.playerId } })
})

/**
 * Staff work on paired devices that one of them has unlocked. Mutations are somebody's hand and keep a device unlocked; queries
 * are not, because screens repeat them by themselves: whoever only reads sends `crew.touch` as they tap.
 */
export const staffProcedure = publicProcedure.use(({ ctx, type, next }) =>
  next({ ctx: { ...ctx, actor: ctx.game.staff.crew.actor(ctx.deviceId, type === 'mutation') } }),
)

export const ownerProcedure = staffProcedure.use(({ ctx, next }) => {
  if (ctx.actor.role !== 'owner') throw new GameError('not-owner')
  return next()
})
