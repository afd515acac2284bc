import type { StaffAwards } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'

export function awardsGame(_db: Db, _deps: GameDeps): StaffAwards {
  return {} as StaffAwards
}
