import type { StaffScreening } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'

export function screeningGame(_db: Db, _deps: GameDeps): StaffScreening {
  return {} as StaffScreening
}
