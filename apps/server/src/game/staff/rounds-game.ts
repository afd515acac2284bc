import type { StaffRounds } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'

export function roundsGame(_db: Db, _deps: GameDeps): StaffRounds {
  return {} as StaffRounds
}
