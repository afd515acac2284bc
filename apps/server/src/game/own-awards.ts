import type { Game } from '@dabble/api'
import type { Db } from '../db/open.ts'
import type { GameDeps } from './game.ts'

export function ownAwardsGame(_db: Db, _deps: GameDeps): Game['awards'] {
  return {} as Game['awards']
}
