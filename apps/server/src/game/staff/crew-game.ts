import type { StaffCrew } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'

export function crewGame(_db: Db, _deps: GameDeps): StaffCrew {
  return {} as StaffCrew
}
