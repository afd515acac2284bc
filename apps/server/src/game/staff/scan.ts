import { GameError, type ScanResult } from '@dabble/api'
import { and, eq, isNull } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { award, player, prize } from '../../db/schema.ts'
import { claimCodeLength, plainCode, playerCodeLength } from '../codes.ts'
import type { Player } from '../player.ts'
import { awardRows } from './award-rows.ts'
import { awardView } from './award-view.ts'
import { deviceHadOne, hasParticipation } from './new-award.ts'
import { prizeViews } from './prize-view.ts'
import { hasPlayed, mayWin } from './winner.ts'

type PlayerResult = Extract<ScanResult, { kind: 'player' }>
type Participation = Pick<PlayerResult, 'participation' | 'refusal'>

/**
 * What a scanner read or somebody typed: a claim code, a player code, or the address of either; case, dashes and spaces are forgiven.
 * @throws {GameError} `code-unknown`; `player-unknown` for somebody who has left.
 */
export function scan(db: Queries, text: string): ScanResult {
  const address = /\/staff\/(?:claim|player)\/([^/?#\s]+)/i.exec(text)
  const code = plainCode(address?.[1] ?? text)
  if (code.length === claimCodeLength) return scanAward(db, code)
  if (code.length === playerCodeLength) return scanPlayer(db, code)
  throw new GameError('code-unknown')
}

function scanAward(db: Queries, code: string): ScanResult {
  const [row] = awardRows(db, eq(award.claimCode, code))
  if (!row) throw new GameError('code-unknown')
  return { kind: 'award', award: awardView(row) }
}

function scanPlayer(db: Queries, code: string): PlayerResult {
  const row = db.select().from(player).where(eq(player.playerCode, code)).get()
  if (!row) throw new GameError('code-unknown')
  if (row.erasedAt !== null) throw new GameError('player-unknown')
  const { id, nickname, playerCode } = row
  const waits = and(eq(award.playerId, id), isNull(award.undoneAt), isNull(award.claimedAt))
  return {
    kind: 'player',
    player: { id, nickname, playerCode },
    ...participationFor(db, row),
    waiting: mayWin(row) ? awardRows(db, waits).map(awardView) : [],
  }
}

/** The participation prize that somebody may have, or why not; of several kinds the first that is left. */
function participationFor(db: Queries, row: Player): Participation {
  const no = (refusal: PlayerResult['refusal']): Participation => ({ participation: null, refusal })
  if (!mayWin(row)) return no('not-eligible')
  if (!hasPlayed(db, row.id)) return no('not-played')
  const { id: playerId, deviceId } = row
  if (hasParticipation(db, playerId)) return no('already-awarded')
  const offered = prizeViews(db, and(eq(prize.kind, 'participation'), isNull(prize.removedAt)))
  if (offered.length === 0) return no('no-prize')
  const participation = offered.find(({ left }) => left > 0)
  if (!participation) return no('prize-gone')
  return { participation, refusal: deviceHadOne(db, { playerId, deviceId }) ? 'device-awarded' : null }
}
