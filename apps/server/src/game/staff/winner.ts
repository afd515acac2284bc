import { GameError } from '@dabble/api'
import { and, eq } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { entry, picture, player } from '../../db/schema.ts'
import type { Player } from '../player.ts'

/** Ghosts, disqualified players and those who left win nothing and are handed nothing. */
export const mayWin = ({ ghost, disqualifiedAt, erasedAt }: Player): boolean =>
  !ghost && disqualifiedAt === null && erasedAt === null

/** Whether a player has a finished entry, in any round. */
export function hasPlayed(db: Queries, playerId: string): boolean {
  const finished = and(eq(entry.playerId, playerId), eq(entry.state, 'done'))
  return db.select({ id: entry.id }).from(entry).where(finished).limit(1).get() !== undefined
}

/** @throws {GameError} `player-unknown`, `not-eligible`. */
export function requireWinner(db: Queries, playerId: string): Player {
  const row = db.select().from(player).where(eq(player.id, playerId)).get()
  if (!row) throw new GameError('player-unknown')
  if (!mayWin(row) || !hasPlayed(db, playerId)) throw new GameError('not-eligible')
  return row
}

/** @throws {GameError} `picture-unknown` where the player has found no such picture. */
export function requireOwnPicture(db: Queries, playerId: string, hash: string): void {
  const found = db
    .select({ id: entry.id })
    .from(entry)
    .innerJoin(picture, eq(picture.id, entry.pictureId))
    .where(and(eq(entry.playerId, playerId), eq(entry.state, 'done'), eq(picture.hash, hash)))
    .limit(1)
    .get()
  if (!found) throw new GameError('picture-unknown')
}
