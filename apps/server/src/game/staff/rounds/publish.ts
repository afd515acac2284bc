import { isDeepStrictEqual } from 'node:util'
import { GameError } from '@dabble/api'
import { eq } from 'drizzle-orm'
import type { Db, Queries } from '../../../db/open.ts'
import { round, roundResult } from '../../../db/schema.ts'
import type { PublishedStanding } from '../../../db/tables/round.ts'
import { write } from '../../../db/write.ts'
import { record } from '../../audit.ts'
import { publishedResult } from '../../public-standings.ts'
import type { Round } from '../../round.ts'
import { prizeRanks, standings } from '../../standing.ts'
import type { RoundDeed } from './deed.ts'
import { requireRound } from './require-round.ts'
import { tallies } from './tallies.ts'

/**
 * Publishes revision 1 and thaws the board: what is published is what everybody sees from then on.
 * @throws {GameError} `round-unfinished` while anything is queued or being drawn, `round-state`.
 */
export function finaliseRound(db: Db, deed: RoundDeed): void {
  write(db, tx => {
    const before = requireRound(tx, deed.id, 'closed')
    const { unfinished } = tallies(tx, deed.id)
    if (unfinished > 0) throw new GameError('round-unfinished', { unfinished })
    publish(tx, before, deed)
    tx.update(round).set({ state: 'final', frozenSequence: null, frozenAt: null }).where(eq(round.id, deed.id)).run()
    record(tx, { at: deed.now, author: deed.author, action: 'round.finalise', subject: deed.id, reason: deed.reason })
  })
}

/**
 * Publishes the next revision, after somebody was disqualified or restored. Nothing happens where nothing has changed, so that
 * a second tap publishes no second revision.
 * @throws {GameError} `round-state`.
 */
export function reviseRound(db: Db, deed: RoundDeed): void {
  write(db, tx => {
    const before = requireRound(tx, deed.id, 'final', 'revealed')
    if (!isOutdated(tx, before)) return
    publish(tx, before, deed)
    record(tx, { at: deed.now, author: deed.author, action: 'round.revise', subject: deed.id, reason: deed.reason })
  })
}

/** Whether a published result is no longer what would be published now. */
export const isOutdated = (db: Queries, row: Round): boolean =>
  row.revision > 0 && !isDeepStrictEqual(publishedResult(db, row), resultNow(db, row))

function publish(tx: Queries, before: Round, { id, author, reason, now }: RoundDeed): void {
  const revision = before.revision + 1
  const result = resultNow(tx, before)
  tx.insert(roundResult).values({ roundId: id, revision, publishedAt: now, author, reason, standings: result }).run()
  tx.update(round).set({ revision }).where(eq(round.id, id)).run()
}

function resultNow(db: Queries, row: Round): PublishedStanding[] {
  const prizes = prizeRanks(db, row)
  return standings(db, row).flatMap(({ playerId, rank, sequence, similarity }) =>
    rank === null ? [] : [{ playerId, rank, prizeRank: prizes.get(playerId) ?? null, sequence, similarity }],
  )
}
