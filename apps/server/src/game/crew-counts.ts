import type { Millis } from '@dabble/api'
import { sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { currentRound } from './round.ts'

/** The game in numbers, for those who run it. */
export interface CrewCounts {
  queue: number
  picturesPerMinute: number
  players: number
  /** Given up, in rounds that can still be played or drawn. */
  failedPictures: number
  waitingForScreening: number
  /** When the oldest of them was drawn. */
  screeningSince: Millis | null
  newestEntryAt: Millis | null
  /** When the contest was. */
  createdAt: Millis
}

export function crewCounts(db: Queries, now: Millis): CrewCounts {
  const current = currentRound(db)?.id ?? ''
  return db.get<CrewCounts>(sql`
    with waiting as (
      select min(finished_at) as finished_at from picture
      where round_id = ${current} and state = 'done' and screened_at is null and hidden_at is null and erased_at is null
      group by hash
    )
    select
      (select count(*) from picture where state in ('queued', 'running')) as queue,
      (select count(*) from picture 
        where round_id = ${current} and state = 'done' and finished_at > ${now - 60_000}) as picturesPerMinute,
      (select count(*) from player where erased_at is null) as players,
      (select count(*) from picture join round on round.id = round_id
        where picture.state = 'failed' and erased_at is null and round.state in ('open', 'closed')) as failedPictures,
      (select count(*) from waiting) as waitingForScreening,
      (select min(finished_at) from waiting) as screeningSince,
      (select received_at from entry order by sequence desc limit 1) as newestEntryAt,
      (select min(created_at) from contest) as createdAt`)
}
