import { z } from 'zod'
import { ownerProcedure, router, staffProcedure } from '../../procedures.ts'
import { idSchema, reasonSchema } from '../../staff/crew.ts'
import { newRoundSchema, roundStepSchema, windowsSchema } from '../../staff/rounds.ts'

export const roundsRouter = router({
  list: staffProcedure.query(({ ctx }) => ctx.game.staff.rounds.list()),
  create: ownerProcedure
    .input(newRoundSchema)
    .mutation(({ ctx, input }) => ctx.game.staff.rounds.create(input, ctx.actor)),
  setWindows: ownerProcedure
    .input(z.object({ id: idSchema, windows: windowsSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.rounds.setWindows(input, ctx.actor)),
  step: ownerProcedure
    .input(z.object({ id: idSchema, step: roundStepSchema, reason: reasonSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.rounds.step(input, ctx.actor)),
  retryFailed: staffProcedure
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.rounds.retryFailed(input.id, ctx.actor)),
})
