import { z } from 'zod'
import { playerProcedure, router } from '../procedures.ts'
import { idSchema } from '../staff/crew.ts'
import { contactSchema } from '../staff/prizes.ts'

export const awardRouter = router({
  mine: playerProcedure.query(({ ctx }) => ctx.game.awards.mine(ctx.playerId)),
  leaveContact: playerProcedure
    .input(z.object({ id: idSchema, contact: contactSchema.nullable() }))
    .mutation(({ ctx, input }) => ctx.game.awards.leaveContact(ctx.playerId, input.id, input.contact)),
})
