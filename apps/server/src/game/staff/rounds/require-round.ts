import { GameError } from '@dabble/api'
import type { Queries } from '../../../db/open.ts'
import { type Round, roundOf } from '../../round.ts'

/** @throws {GameError} `round-unknown`; `round-state` where the round is in none of these states. */
export function requireRound(db: Queries, id: string, ...states: Round['state'][]): Round {
  const round = roundOf(db, id)
  if (!round) throw new GameError('round-unknown')
  if (states.length > 0 && !states.includes(round.state)) throw new GameError('round-state')
  return round
}
