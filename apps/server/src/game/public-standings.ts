import { and, eq, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { entry, player, roundResult } from '../db/schema.ts'
import type { PublishedStanding } from '../db/tables/round.ts'
import { type ScoredStanding, scored } from './board.ts'
import type { Round } from './round.ts'
import { type Standing, standings } from './standing.ts'

/**
 * What everybody may know of who stands where: up to the watermark while the board is frozen, as published once the round is
 * final. A player who is disqualified after that stays until the next revision; one who leaves is gone at once.
 */
export function publicStandings(db: Queries, round: Round): ScoredStanding[] {
  if (round.revision > 0) return scored(db, publishedStandings(db, round), round)
  return scored(db, standings(db, round, { upToSequence: round.frozenSequence ?? undefined }), round)
}

/** The newest published result; empty before there is one. */
export function publishedResult(db: Queries, { id, revision }: Pick<Round, 'id' | 'revision'>): PublishedStanding[] {
  const newest = and(eq(roundResult.roundId, id), eq(roundResult.revision, revision))
  return db.select({ standings: roundResult.standings }).from(roundResult).where(newest).get()?.standings ?? []
}

/** The published standings of those who are still here, with the ghosts among them, who are never published. */
function publishedStandings(db: Queries, round: Round): Standing[] {
  const published = publishedResult(db, round)
  const people = new Map(peopleOf(db, published).map(row => [row.playerId, row]))
  const here = published.filter(({ playerId }) => people.has(playerId))
  const alike = Map.groupBy(here, ({ similarity }) => similarity)
  const rows = here.map(({ playerId, rank, sequence, similarity }): Standing => {
    const person = people.get(playerId) as Omit<Standing, 'ghost' | 'sequence' | 'similarity' | 'rank' | 'tied'>
    return { ...person, ghost: false, sequence, similarity, rank, tied: (alike.get(similarity)?.length ?? 0) > 1 }
  })
  const ghosts = standings(db, round).filter(({ ghost, playerId }) => ghost && !people.has(playerId))
  return [...rows, ...ghosts].sort((a, b) => b.similarity - a.similarity || a.sequence - b.sequence)
}

function peopleOf(db: Queries, published: PublishedStanding[]) {
  const { nickname, playerCode } = player
  const sequences = JSON.stringify(published.map(({ sequence }) => sequence))
  return db
    .select({ playerId: player.id, nickname, playerCode, entryId: entry.id, pictureId: entry.pictureId })
    .from(entry)
    .innerJoin(player, eq(player.id, entry.playerId))
    .where(and(sql`${entry.sequence} in (select value from json_each(${sequences}))`, sql`${player.erasedAt} is null`))
    .all()
}
