import { router } from './procedures.ts'
import { awardRouter } from './routers/award.ts'
import { boardRouter } from './routers/board.ts'
import { entryRouter } from './routers/entry.ts'
import { playerRouter } from './routers/player.ts'
import { roundRouter } from './routers/round.ts'
import { staffRouter } from './routers/staff/index.ts'

export type { Context } from './procedures.ts'

export const appRouter = router({
  player: playerRouter,
  round: roundRouter,
  entry: entryRouter,
  board: boardRouter,
  award: awardRouter,
  staff: staffRouter,
})

export type AppRouter = typeof appRouter
