import { and, desc, eq, gt, lte, ne, or, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import { entry } from '../db/schema.ts'
import type { Round } from './round.ts'

/**
 * Milliseconds until this player's next entry is accepted; 0 when it may come now. From the database, so that neither a restart
 * nor a second tab forgives anything. An entry whose picture failed is refunded, unless the prompt was already known to fail.
 */
export function paceWaitMs(tx: Queries, round: Round, playerId: string, now: number): number {
  const since = now - Math.max(round.burstWindowMs, round.minGapMs)
  const counted = countedSince(tx).all({ roundId: round.id, playerId, since, now, most: Math.max(1, round.burst) })
  const last = counted[0]
  const first = counted.length >= round.burst ? counted[round.burst - 1] : undefined
  return Math.max(0, last ? last.at + round.minGapMs - now : 0, first ? first.at + round.burstWindowMs - now : 0)
}

/** When this player's entries that count were received, newest first. */
const countedSince = prepared(db => {
  const { placeholder } = sql
  return db
    .select({ at: entry.receivedAt })
    .from(entry)
    .where(
      and(
        eq(entry.roundId, placeholder('roundId')),
        eq(entry.playerId, placeholder('playerId')),
        gt(entry.receivedAt, placeholder('since')),
        // A clock that was set back must not shut everybody out until it has caught up.
        lte(entry.receivedAt, placeholder('now')),
        or(ne(entry.state, 'failed'), eq(entry.repeat, true)),
      ),
    )
    .orderBy(desc(entry.receivedAt))
    .limit(placeholder('most'))
    .prepare()
})
