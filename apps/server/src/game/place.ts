import type { Queries } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Round } from './round.ts'
import { bestFirst, inStandings, type Standing } from './standing.ts'

/** Where one player stands, and what is next to it: what one phone is told, without working out everybody's standing. */
export interface Place extends Pick<Standing, 'entryId' | 'similarity' | 'rank' | 'tied'> {
  /** The nearest other similarities among the standings, those of ghosts included; null at an end. */
  above: number | null
  below: number | null
}

interface Where {
  roundId: string
  contestId: string
  playerId: string
  /** The watermark of a frozen board. */
  upToSequence: number
}

const whereOf = ({ id, contestId, frozenSequence }: Round, playerId: string): Where => ({
  roundId: id,
  contestId,
  playerId,
  upToSequence: frozenSequence ?? Number.MAX_SAFE_INTEGER,
})

/** A player's place on the public board of a round that is not final; null for whoever is not on it. */
export function placeOf(db: Queries, round: Round, playerId: string): Place | null {
  const found = placed(db).get(whereOf(round, playerId))
  if (!found) return null
  const { ghost, better, equal, ...place } = found
  return { ...place, rank: ghost ? null : better + 1, tied: !ghost && equal > 1 }
}

/** The rank that a similarity has there among those of the other players. */
export function rankAmongOthers(db: Queries, round: Round, playerId: string, similarity: number): number {
  return (othersAbove(db).get({ ...whereOf(round, playerId), similarity })?.better ?? 0) + 1
}

const scored = `from entry where round_id = (select @roundId) and player_id = player.id and similarity is not null
  and sequence <= (select @upToSequence)`
const onBoard = `contest_id = (select @contestId) and ${inStandings}`

/** `materialized`: else SQLite looks every player's best up once for each of the four sums. */
const placed = prepared(db =>
  db.$client.prepare<
    [Where],
    Pick<Place, 'entryId' | 'similarity' | 'above' | 'below'> & { ghost: number; better: number; equal: number }
  >(`
    with own as materialized (
      select entry.id, similarity, ghost from entry join player on player.id = player_id
      where entry.sequence = (select sequence ${scored} order by ${bestFirst} limit 1)
        and player.id = (select @playerId) and ${onBoard}
    ), best as materialized (
      select ghost, (select similarity ${scored} order by ${bestFirst} limit 1) as similarity from player where ${onBoard}
    )
    select
      own.id as entryId, own.similarity, own.ghost,
      count(*) filter (where not best.ghost and best.similarity > own.similarity) as better,
      count(*) filter (where not best.ghost and best.similarity = own.similarity) as equal,
      min(best.similarity) filter (where best.similarity > own.similarity) as above,
      max(best.similarity) filter (where best.similarity < own.similarity) as below
    from own join best group by own.id`),
)

const othersAbove = prepared(db =>
  db.$client.prepare<[Where & { similarity: number }], { better: number }>(`
    select count(*) as better from player
    where ${onBoard} and not ghost and id <> (select @playerId) and exists (select 1 ${scored} and similarity > (select @similarity))`),
)
