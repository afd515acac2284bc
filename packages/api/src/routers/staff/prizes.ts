import { z } from 'zod'
import { ownerProcedure, router, staffProcedure } from '../../procedures.ts'
import { idSchema } from '../../staff/crew.ts'
import { prizeChangeSchema, prizeCodesSchema, prizeSchema } from '../../staff/prizes.ts'

export const prizesRouter = router({
  list: staffProcedure.query(({ ctx }) => ctx.game.staff.prizes.list()),
  create: ownerProcedure
    .input(prizeSchema)
    .mutation(({ ctx, input }) => ctx.game.staff.prizes.create(input, ctx.actor)),
  change: ownerProcedure
    .input(prizeChangeSchema)
    .mutation(({ ctx, input }) => ctx.game.staff.prizes.change(input, ctx.actor)),
  remove: ownerProcedure
    .input(z.object({ id: idSchema, removed: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.game.staff.prizes.remove(input, ctx.actor)),
  addCodes: ownerProcedure
    .input(prizeCodesSchema)
    .mutation(({ ctx, input }) => ctx.game.staff.prizes.addCodes(input, ctx.actor)),
})
