import { z } from 'zod'
import { ownerProcedure, router, staffProcedure } from '../../procedures.ts'
import { nicknameSchema } from '../../schemas.ts'
import { idSchema, reasonSchema } from '../../staff/crew.ts'

const idAndReason = z.object({ id: idSchema, reason: reasonSchema })
const onOrOff = idAndReason.extend({ on: z.boolean() })

export const playersRouter = router({
  search: staffProcedure
    .input(z.object({ text: z.string().max(500) }))
    .query(({ ctx, input }) => ctx.game.staff.players.search(input.text)),
  get: staffProcedure.input(z.object({ id: idSchema })).query(({ ctx, input }) => ctx.game.staff.players.get(input.id)),
  setGhost: staffProcedure
    .input(onOrOff)
    .mutation(({ ctx, input }) => ctx.game.staff.players.setGhost(input, ctx.actor)),
  mute: staffProcedure.input(onOrOff).mutation(({ ctx, input }) => ctx.game.staff.players.mute(input, ctx.actor)),
  disqualify: staffProcedure
    .input(onOrOff)
    .mutation(({ ctx, input }) => ctx.game.staff.players.disqualify(input, ctx.actor)),
  rename: staffProcedure
    .input(idAndReason.extend({ nickname: nicknameSchema }))
    .mutation(({ ctx, input }) => ctx.game.staff.players.rename(input, ctx.actor)),
  rebind: staffProcedure
    .input(idAndReason)
    .mutation(({ ctx, input }) => ctx.game.staff.players.rebind(input, ctx.actor)),
  erase: ownerProcedure.input(idAndReason).mutation(({ ctx, input }) => ctx.game.staff.players.erase(input, ctx.actor)),
})
