import { sql } from 'drizzle-orm'
import type { Queries } from '../../../db/open.ts'

export interface Tallies {
  /** Entries whose picture is queued or being drawn. */
  unfinished: number
  /** Pictures that were given up and that somebody still waits for. */
  failed: number
  entries: number
  players: number
}

export function tallies(db: Queries, roundId: string): Tallies {
  return db.get<Tallies>(sql`select
    (select count(*) from picture join entry on picture_id = picture.id
      where picture.round_id = ${roundId} and picture.state in ('queued', 'running')) as unfinished,
    (select count(*) from picture where round_id = ${roundId} and state = 'failed' and erased_at is null) as failed,
    (select count(*) from entry where round_id = ${roundId}) as entries,
    (select count(distinct player_id) from entry where round_id = ${roundId}) as players`)
}
