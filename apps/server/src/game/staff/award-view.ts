import { type AwardView, GameError } from '@dabble/api'
import { eq } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { award } from '../../db/schema.ts'
import { inGroups } from '../codes.ts'
import { ownPicture } from '../picture-ref.ts'
import { type AwardRow, awardRows } from './award-rows.ts'
import { prizePicture } from './prize-view.ts'

/** Everything a player was given, also what was taken back; newest first. */
export const awardsOf = (db: Queries, playerId: string): AwardView[] =>
  awardRows(db, eq(award.playerId, playerId)).map(awardView)

/** @throws {GameError} `award-unknown`. */
export function awardViewOf(db: Queries, id: string): AwardView {
  const [row] = awardRows(db, eq(award.id, id))
  if (!row) throw new GameError('award-unknown')
  return awardView(row)
}

export function awardView(row: AwardRow): AwardView {
  const { id, prizeId, kind, rank, reason, at, claimedAt, undoneAt, absent, contact } = row
  const { nickname, playerCode } = row.player
  return {
    id,
    prizeId,
    prizeName: row.prize.name,
    prizePicture: prizePicture(row.prize),
    kind,
    player: { id: row.player.id, nickname, playerCode },
    picture: row.picture && ownPicture(row.picture),
    rank,
    reason,
    claimCode: inGroups(row.claimCode, 4),
    at,
    by: row.by ?? '',
    claimedAt,
    claimedBy: row.claimer,
    undoneAt,
    undoneBy: row.undoer,
    absent,
    contact,
    hasCode: row.code !== null,
  }
}
