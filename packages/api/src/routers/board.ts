import { publicProcedure, router } from '../procedures.ts'

export const boardRouter = router({
  current: publicProcedure.query(({ ctx }) => ctx.game.board(ctx.playerId)),
})
