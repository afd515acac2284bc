import { z } from 'zod'
import { playerProcedure, router } from '../procedures.ts'
import { createEntrySchema, entryIdSchema } from '../schemas.ts'

export const entryRouter = router({
  captcha: playerProcedure.mutation(async ({ ctx }) => ({
    challenge: await ctx.game.entries.captchaChallenge(ctx.playerId),
  })),
  create: playerProcedure
    .input(createEntrySchema)
    .mutation(({ ctx, input }) => ctx.game.entries.create(ctx.playerId, input)),
  get: playerProcedure
    .input(z.object({ id: entryIdSchema }))
    .query(({ ctx, input }) => ctx.game.entries.get(ctx.playerId, input.id)),
  mine: playerProcedure.query(({ ctx }) => ctx.game.entries.mine(ctx.playerId)),
})
