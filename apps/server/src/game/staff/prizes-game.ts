import type { StaffPrizes } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'

export function prizesGame(_db: Db, _deps: GameDeps): StaffPrizes {
  return {} as StaffPrizes
}
