import { z } from 'zod'
import { ownerProcedure, router, staffProcedure } from '../../procedures.ts'
import { settingsSchema } from '../../staff/rounds.ts'
import { awardsRouter } from './awards.ts'
import { crewRouter } from './crew.ts'
import { playersRouter } from './players.ts'
import { prizesRouter } from './prizes.ts'
import { roundsRouter } from './rounds.ts'
import { screeningRouter } from './screening.ts'

export const staffRouter = router({
  crew: crewRouter,
  prizes: prizesRouter,
  awards: awardsRouter,
  players: playersRouter,
  screening: screeningRouter,
  rounds: roundsRouter,
  settings: staffProcedure.query(({ ctx }) => ctx.game.staff.settings.get(ctx.actor)),
  changeSettings: ownerProcedure
    .input(settingsSchema)
    .mutation(({ ctx, input }) => ctx.game.staff.settings.change(input, ctx.actor)),
  health: staffProcedure.query(({ ctx }) => ctx.game.staff.health()),
  log: staffProcedure
    .input(z.object({ before: z.int().nullable() }))
    .query(({ ctx, input }) => ctx.game.staff.log(input.before)),
})
