import { and, desc, eq, gt, lte, ne, or } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { entry } from '../db/schema.ts'
import type { Round } from './round.ts'

/**
 * Milliseconds until this player's next entry is accepted; 0 when it may come now. From the database, so that neither a restart
 * nor a second tab forgives anything. An entry whose picture failed is refunded, unless the prompt was already known to fail.
 */
export function paceWaitMs(tx: Queries, round: Round, playerId: string, now: number): number {
  const since = now - Math.max(round.burstWindowMs, round.minGapMs)
  const counted = countedSince(tx).all({ roundId: round.id, playerId, since, now })
  const last = counted[0]
  const first = counted.length >= round.burst ? counted[round.burst - 1] : undefined
  return Math.max(0, last ? last.at + round.minGapMs - now : 0, first ? first.at + round.burstWindowMs - now : 0)
}

/** When this player's entries that count were received, newest first. */
const countedSince = prepared(db => {
  return db
    .select({ at: entry.receivedAt })
    .from(entry)
    .where(
      and(
        eq(entry.roundId, given('roundId')),
        eq(entry.playerId, given('playerId')),
        gt(entry.receivedAt, given('since')),
        // A clock that was set back must not shut everybody out until it has caught up.
        lte(entry.receivedAt, given('now')),
        or(ne(entry.state, 'failed'), eq(entry.repeat, true)),
      ),
    )
    .orderBy(desc(entry.receivedAt))
    .prepare()
})
