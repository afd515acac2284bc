import { type Game, GameError, type OwnAwardView } from '@dabble/api'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Queries } from '../db/open.ts'
import { award } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { record } from './audit.ts'
import { inGroups } from './codes.ts'
import type { GameDeps } from './game.ts'
import { requirePlayer } from './player.ts'
import { type AwardRow, awardRows } from './staff/award-rows.ts'
import { prizePicture } from './staff/prize-view.ts'
import { requireStanding } from './staff/standing-award.ts'
import { mayWin } from './staff/winner.ts'

/** What a player has won, and the way to reach them. */
export function ownAwardsGame(db: Db, { events, joinUrl, now }: GameDeps): Game['awards'] {
  const mine = (playerId: string) => ownAwards(db, playerId, joinUrl())
  return {
    mine(playerId) {
      requirePlayer(db, playerId)
      return mine(playerId)
    },
    leaveContact(playerId, awardId, contact) {
      write(db, tx => setContact(tx, { playerId, awardId, contact }, now()))
      events.emit('award', playerId)
      return mine(playerId)
    },
  }
}

/** Newest first. While a player may not win, only what they already have in their hands. */
export function ownAwards(db: Queries, playerId: string, joinUrl: string): OwnAwardView[] {
  const standing = and(eq(award.playerId, playerId), isNull(award.undoneAt))
  return awardRows(db, standing)
    .filter(({ player, claimedAt }) => player.erasedAt === null && (mayWin(player) || claimedAt !== null))
    .map(row => ownAwardView(row, joinUrl))
}

/** Whether a player was ever given anything, also if it was taken back. */
export function hadAwards(db: Queries, playerId: string): boolean {
  return db.select({ id: award.id }).from(award).where(eq(award.playerId, playerId)).limit(1).get() !== undefined
}

function setContact(
  tx: Queries,
  { playerId, awardId, contact }: { playerId: string; awardId: string; contact: string | null },
  now: number,
): void {
  const player = requirePlayer(tx, playerId)
  const own = and(eq(award.id, awardId), eq(award.playerId, playerId))
  const row = tx.select().from(award).where(own).get()
  if (!row) throw new GameError('award-unknown')
  // What is already handed over needs no contact any more; taking one back is always possible.
  if (contact !== null) {
    requireStanding(tx, row)
    if (!mayWin(player)) throw new GameError('not-eligible')
  }
  tx.update(award).set({ contact }).where(own).run()
  record(tx, { at: now, author: playerId, action: 'award.contact', subject: awardId, reason: '' })
}

function ownAwardView(row: AwardRow, joinUrl: string): OwnAwardView {
  const { id, kind, prize, rank, reason, at, claimCode, claimedAt, contact, code } = row
  return {
    id,
    kind,
    prizeName: prize.name,
    prizePicture: prizePicture(prize),
    rank,
    reason,
    at,
    claimCode: inGroups(claimCode, 4),
    claimUrl: new URL(`/staff/claim/${claimCode}`, joinUrl).href,
    claimedAt,
    contact,
    digitalCode: claimedAt === null ? null : code,
  }
}
