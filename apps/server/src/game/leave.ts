import { and, eq, sql } from 'drizzle-orm'
import type { Db, Queries } from '../db/open.ts'
import { auditLog, award, entry, picture, player } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { record } from './audit.ts'
import { requirePlayer } from './player.ts'

/**
 * Leaves the game, or is erased by staff with a reason: nickname, recovery code, contacts and prompts are emptied at once, pictures
 * that nobody else typed are gone from the network. What remains is an id, so that ranks, counts and the audit log stay true. An
 * unfinished entry is still drawn (the prompt of its picture may be needed by somebody who joins it) and erased when it is done.
 */
export function leaveGame(db: Db, playerId: string, now: number, by?: { author: string; reason: string }): void {
  write(db, tx => {
    requirePlayer(tx, playerId)
    tx.update(player)
      .set({ nickname: '', nicknameKey: null, recoveryHash: null, erasedAt: now })
      .where(eq(player.id, playerId))
      .run()
    tx.update(entry).set({ prompt: '' }).where(eq(entry.playerId, playerId)).run()
    // The log keeps what was done and when; the names that were given up are the player's.
    tx.update(auditLog)
      .set({ reason: '' })
      .where(and(eq(auditLog.subject, playerId), eq(auditLog.action, 'player.rename')))
      .run()
    tx.update(award).set({ contact: null }).where(eq(award.playerId, playerId)).run()
    const typed = tx.selectDistinct({ id: entry.pictureId }).from(entry).where(eq(entry.playerId, playerId)).all()
    for (const { id } of typed) eraseIfOrphaned(tx, id, now)
    record(
      tx,
      by
        ? { ...by, at: now, action: 'player.erase', subject: playerId }
        : { at: now, author: playerId, action: 'player.leave', subject: playerId, reason: '' },
    )
  })
}

/** Empties and hides a finished picture when everybody who typed it has left. */
export function eraseIfOrphaned(tx: Queries, pictureId: number, now: number): void {
  const finished = sql`${picture.state} in ('done', 'failed') and ${picture.erasedAt} is null`
  const nobody = sql`not exists (
    select 1 from ${entry} join ${player} on ${player.id} = ${entry.playerId}
    where ${entry.pictureId} = ${picture.id} and ${player.erasedAt} is null)`
  tx.update(picture)
    .set({ prompt: '', failure: null, erasedAt: now })
    .where(and(eq(picture.id, pictureId), finished, nobody))
    .run()
}
