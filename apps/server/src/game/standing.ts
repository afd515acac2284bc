import { sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import type { Round, RoundWindow } from './round.ts'

/** Which entries a board looks at: all of them where nothing is said. */
export interface Scope {
  /** The watermark of a frozen board: later entries are not seen. */
  upToSequence?: number
  /** Only entries received in it. */
  window?: Pick<RoundWindow, 'opensAt' | 'closesAt'>
}

/** A player's best entry in a round, in the order that ranks. */
export interface Standing {
  playerId: string
  nickname: string
  playerCode: string
  ghost: boolean
  entryId: string
  sequence: number
  pictureId: number
  /** Unrounded. */
  similarity: number
  /** Shared by equal similarities; null for ghosts. */
  rank: number | null
  /** Somebody else who is ranked has exactly the same similarity. */
  tied: boolean
}

/** The order that ranks, as SQL: of a player's entries, and of players' best ones. */
export const bestFirst = 'similarity desc, sequence'
/** Players who have left or are disqualified stand nowhere. */
export const inStandings = 'disqualified_at is null and erased_at is null'

/**
 * Everybody's best entry, best first: similarity, then sequence number. Players who left or were disqualified are not in it;
 * ghosts are, and count for nobody's rank. Derived anew every time.
 */
export function standings(
  db: Queries,
  { id, contestId }: Pick<Round, 'id' | 'contestId'>,
  { upToSequence = Number.MAX_SAFE_INTEGER, window }: Scope = {},
): Standing[] {
  const inWindow = window ? sql`and received_at >= ${window.opensAt} and received_at < ${window.closesAt}` : sql``
  const rows = db.all<Omit<Standing, 'ghost' | 'tied'> & { ghost: number; tied: number }>(sql`
    with best as (
      select player.*, (
        select sequence from entry
        where round_id = ${id} and player_id = player.id and similarity is not null and sequence <= ${upToSequence}
          ${inWindow}
        order by ${sql.raw(bestFirst)} limit 1
      ) as best_sequence
      from player
      where contest_id = ${contestId} and ${sql.raw(inStandings)}
    )
    select
      best.id as playerId, best.nickname, best.player_code as playerCode, best.ghost,
      entry.id as entryId, entry.sequence, entry.picture_id as pictureId, entry.similarity,
      case when best.ghost then null else rank() over (partition by best.ghost order by entry.similarity desc) end as rank,
      not best.ghost and count(*) over (partition by best.ghost, entry.similarity) > 1 as tied
    from best join entry on entry.sequence = best.best_sequence
    order by entry.similarity desc, entry.sequence`)
  return rows.map(row => ({ ...row, ghost: row.ghost === 1, tied: row.tied === 1 }))
}

/**
 * What is ranked for prizes, best first: players whose best picture was found by nobody eligible before them. A picture holds
 * one prize rank, and whoever comes to it later, by copying or by chance, wins nothing with it (also when its finder has moved
 * on to a better one: else a prompt could be handed on to a friend). The finder is the round's, also where only a window counts:
 * the first day's best prompt is no gift to whoever is first to copy it on the second.
 */
export function prizeRanks(db: Queries, round: Round, scope?: Scope): Map<string, number> {
  const finders = new Map(
    db
      .all<{ pictureId: number; playerId: string }>(sql`
        select picture_id as pictureId, player_id as playerId, min(sequence)
        from entry join player on player.id = player_id
        where round_id = ${round.id} and state = 'done' and not ghost and ${sql.raw(inStandings)}
        group by picture_id`)
      .map(({ pictureId, playerId }) => [pictureId, playerId]),
  )
  const eligible = standings(db, round, scope).filter(
    ({ ghost, pictureId, playerId }) => !ghost && finders.get(pictureId) === playerId,
  )
  return new Map(eligible.map(({ playerId }, i) => [playerId, i + 1]))
}
