import { z } from 'zod'
import { router, staffProcedure } from '../../procedures.ts'
import { idSchema, nonceSchema, reasonSchema } from '../../staff/crew.ts'
import { drawSchema, giveSchema } from '../../staff/prizes.ts'

const idAndReason = z.object({ id: idSchema, reason: reasonSchema })

export const awardsRouter = router({
  list: staffProcedure
    .input(z.object({ prizeId: idSchema.optional(), waiting: z.boolean().optional() }))
    .query(({ ctx, input }) => ctx.game.staff.awards.list(input)),
  give: staffProcedure.input(giveSchema).mutation(({ ctx, input }) => ctx.game.staff.awards.give(input, ctx.actor)),
  undo: staffProcedure.input(idAndReason).mutation(({ ctx, input }) => ctx.game.staff.awards.undo(input, ctx.actor)),
  scan: staffProcedure
    .input(z.object({ text: z.string().min(1, 'code-unknown').max(500, 'code-unknown') }))
    .query(({ ctx, input }) => ctx.game.staff.awards.scan(input.text)),
  claim: staffProcedure
    .input(z.object({ claimCode: z.string().max(64, 'code-unknown'), nonce: nonceSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.awards.claim(input, ctx.actor)),
  handOver: staffProcedure
    .input(
      z.object({ playerId: idSchema, prizeId: idSchema, nonce: nonceSchema, sharedDevice: z.boolean().default(false) }),
    )
    .mutation(({ ctx, input }) => ctx.game.staff.awards.handOver(input, ctx.actor)),
  unclaim: staffProcedure
    .input(idAndReason)
    .mutation(({ ctx, input }) => ctx.game.staff.awards.unclaim(input, ctx.actor)),
  sendCode: staffProcedure
    .input(z.object({ id: idSchema, nonce: nonceSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.awards.sendCode(input, ctx.actor)),
  pool: staffProcedure
    .input(z.object({ prizeId: idSchema, windowId: idSchema.nullable() }))
    .query(({ ctx, input }) => ctx.game.staff.awards.pool(input)),
  draw: staffProcedure.input(drawSchema).mutation(({ ctx, input }) => ctx.game.staff.awards.draw(input, ctx.actor)),
  redraw: staffProcedure
    .input(z.object({ awardId: idSchema, nonce: nonceSchema, windowId: idSchema.nullable() }))
    .mutation(({ ctx, input }) => ctx.game.staff.awards.redraw(input, ctx.actor)),
  ranks: staffProcedure
    .input(z.object({ roundId: idSchema }))
    .query(({ ctx, input }) => ctx.game.staff.awards.ranks(input.roundId)),
})
