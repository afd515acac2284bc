import { GameError, type Millis } from '@dabble/api'
import { eq, sql } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { award, entry, player, roundWindow } from '../../db/schema.ts'
import { currentRound } from '../round.ts'

/** Whose entries count for a draw. */
export interface DrawFrom {
  roundId: string
  from: Millis
  until: Millis
}

/** @throws {GameError} `round-unknown` (no such window), `no-round`. */
export function requireDrawFrom(db: Queries, windowId: string | null): DrawFrom {
  if (windowId === null) {
    const round = currentRound(db)
    if (!round) throw new GameError('no-round')
    return { roundId: round.id, from: 0, until: Number.MAX_SAFE_INTEGER }
  }
  const window = db.select().from(roundWindow).where(eq(roundWindow.id, windowId)).get()
  if (!window) throw new GameError('round-unknown')
  return { roundId: window.roundId, from: window.opensAt, until: window.closesAt }
}

/**
 * Ids of those who can be drawn for a prize: in the game, with a finished entry, who have won nothing else (a participation prize
 * is for everybody) and were not called for this one before. Whoever left and came back on the same device is taken for the
 * same person. In no order that anybody could know.
 */
export function drawableFor(db: Queries, prizeId: string, { roundId, from, until }: DrawFrom): string[] {
  return db
    .all<{ id: string }>(sql`
      select p.id from ${player} p
      where not p.ghost and p.disqualified_at is null and p.erased_at is null
        and exists (
          select 1 from ${entry} e
          where e.round_id = ${roundId} and e.player_id = p.id and e.state = 'done'
            and e.received_at >= ${from} and e.received_at < ${until})
        and not exists (
          select 1 from ${award} a join ${player} w on w.id = a.player_id
          where (w.id = p.id or (w.device_id = p.device_id and w.erased_at is not null))
            and ((a.undone_at is null and a.kind in ('draw', 'spot', 'rank')) or (a.prize_id = ${prizeId} and a.absent)))
      order by p.id`)
    .map(({ id }) => id)
}
