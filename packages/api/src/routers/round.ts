import { z } from 'zod'
import { limits } from '../limits.ts'
import { publicProcedure, router } from '../procedures.ts'

export const roundRouter = router({
  contest: publicProcedure.query(({ ctx }) => ctx.game.contest()),
  current: publicProcedure.query(({ ctx }) => ctx.game.rounds.current()),
  /** Where the model stops reading: a UTF-16 index into the prompt as given. */
  reads: publicProcedure
    .input(z.object({ prompt: z.string().max(limits.rawText, 'prompt-too-long') }))
    .query(({ ctx, input }) => ({ upTo: ctx.game.rounds.reads(input.prompt) })),
})
