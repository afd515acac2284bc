import { z } from 'zod'
import { playerProcedure, publicProcedure, router } from '../procedures.ts'
import { joinSchema, languageSchema, nicknameSchema, recoveryCodeSchema } from '../schemas.ts'

export const playerRouter = router({
  join: publicProcedure.input(joinSchema).mutation(({ ctx, input }) => {
    const player = ctx.game.players.join(input, ctx.deviceId)
    ctx.setPlayer(player.id)
    return player
  }),
  resume: publicProcedure.input(z.object({ recoveryCode: recoveryCodeSchema })).mutation(({ ctx, input }) => {
    const player = ctx.game.players.resume(input.recoveryCode, ctx.deviceId)
    ctx.setPlayer(player.id)
    return player
  }),
  /** A one-time code of the staff's, for somebody who lost their phone. */
  rebind: publicProcedure
    .input(z.object({ code: z.string().max(64, 'rebind-code-unknown') }))
    .mutation(({ ctx, input }) => {
      const player = ctx.game.players.rebind(input.code, ctx.deviceId)
      ctx.setPlayer(player.id)
      return player
    }),
  /** Null before joining: a phone asks this first and it is no error. */
  me: publicProcedure.query(({ ctx }) => (ctx.playerId ? ctx.game.players.me(ctx.playerId) : null)),
  rename: playerProcedure
    .input(z.object({ nickname: nicknameSchema }))
    .mutation(({ ctx, input }) => ctx.game.players.rename(ctx.playerId, input.nickname)),
  setLanguage: playerProcedure
    .input(z.object({ language: languageSchema }))
    .mutation(({ ctx, input }) => ctx.game.players.setLanguage(ctx.playerId, input.language)),
  newRecoveryCode: playerProcedure.mutation(({ ctx }) => ({
    recoveryCode: ctx.game.players.newRecoveryCode(ctx.playerId),
  })),
  leave: playerProcedure.mutation(({ ctx }) => {
    ctx.game.players.leave(ctx.playerId)
    ctx.setPlayer(null)
  }),
})
