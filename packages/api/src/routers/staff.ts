import { z } from 'zod'
import { publicProcedure, router, staffProcedure } from '../procedures.ts'

const pictureAndReason = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'picture-unknown'),
  reason: z.string().min(1).max(200),
})

export const staffRouter = router({
  pair: publicProcedure
    .input(z.object({ code: z.string().max(32, 'pairing-code-unknown') }))
    .mutation(({ ctx, input }) => ({ deviceId: ctx.game.staff.pair(input.code, ctx.deviceId) })),
  hidePicture: staffProcedure
    .input(pictureAndReason)
    .mutation(({ ctx, input }) => ctx.game.staff.hidePicture(input.hash, input.reason, ctx.deviceId)),
  showPicture: staffProcedure
    .input(pictureAndReason)
    .mutation(({ ctx, input }) => ctx.game.staff.showPicture(input.hash, input.reason, ctx.deviceId)),
})
