import type { StaffPlayers } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'

export function playersGame(_db: Db, _deps: GameDeps): StaffPlayers {
  return {} as StaffPlayers
}
