import { GameError } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import type { Player } from '../player.ts'

export function rebindPlayer(_db: Db, _code: string, _deviceId: string, _now: number): Player {
  throw new GameError('rebind-code-unknown')
}
