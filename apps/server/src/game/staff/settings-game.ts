import type { StaffGame } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { GameDeps } from '../game.ts'

export function settingsGame(_db: Db, _deps: GameDeps): StaffGame['settings'] {
  return {} as StaffGame['settings']
}
