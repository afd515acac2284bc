import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { player } from '../db/schema.ts'

/** Those of these players whom screens call by their code, without a picture. Their own phones show them as ever. */
export function mutedAmong(db: Queries, playerIds: string[]): Set<string> {
  const muted = and(inArray(player.id, playerIds), isNotNull(player.mutedAt))
  return new Set(
    db
      .select({ id: player.id })
      .from(player)
      .where(muted)
      .all()
      .map(({ id }) => id),
  )
}
