import type { StaffGame } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'
import { awardsGame } from './awards-game.ts'
import { crewGame } from './crew-game.ts'
import { logRows } from './log.ts'
import { playersGame } from './players-game.ts'
import { prizesGame } from './prizes-game.ts'
import { roundsGame } from './rounds-game.ts'
import { screeningGame } from './screening-game.ts'
import { settingsGame } from './settings-game.ts'

/** What the crew does, put behind the API's interface. */
export function staffGame(db: Db, deps: GameDeps): StaffGame {
  return {
    crew: crewGame(db, deps),
    prizes: prizesGame(db, deps),
    awards: awardsGame(db, deps),
    players: playersGame(db, deps),
    screening: screeningGame(db, deps),
    rounds: roundsGame(db, deps),
    settings: settingsGame(db, deps),
    health: () => deps.health(),
    log: before => logRows(db, before),
  }
}
