import { z } from 'zod'
import { router, staffProcedure } from '../../procedures.ts'
import { pictureHashSchema, reasonSchema } from '../../staff/crew.ts'

const pictureAndReason = z.object({ hash: pictureHashSchema, reason: reasonSchema })

export const screeningRouter = router({
  view: staffProcedure.query(({ ctx }) => ctx.game.staff.screening.view()),
  show: staffProcedure
    .input(pictureAndReason)
    .mutation(({ ctx, input }) => ctx.game.staff.screening.show(input, ctx.actor)),
  hide: staffProcedure
    .input(pictureAndReason)
    .mutation(({ ctx, input }) => ctx.game.staff.screening.hide(input, ctx.actor)),
  showAll: staffProcedure.mutation(({ ctx }) => ({ shown: ctx.game.staff.screening.showAll(ctx.actor) })),
  blank: staffProcedure
    .input(z.object({ on: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.game.staff.screening.blank(input.on, ctx.actor)),
})
