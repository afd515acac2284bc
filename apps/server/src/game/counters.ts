import type { Counters, Millis, PictureFrame } from '@dabble/api'
import { scoreOf, showScore } from '@dabble/api'
import { sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { decimalsOf } from './contest.ts'
import { pictureRef } from './picture-ref.ts'
import type { Round } from './round.ts'

/** Numbers for everybody; entries of players who left still count, their players do not. */
export function counters(db: Queries, { id, contestId }: Round, now: Millis): Counters {
  return db.get<Counters>(sql`select
    (select count(*) from player where contest_id = ${contestId} and erased_at is null) as players,
    (select count(*) from entry where round_id = ${id}) as entries,
    (select count(*) from picture where round_id = ${id} and state = 'done') as pictures,
    (select count(*) from entry where round_id = ${id} and repeat and state = 'done') as repeats,
    (select count(*) from picture where state in ('queued', 'running')) as queue,
    (select count(*) from picture where round_id = ${id} and state = 'done' and finished_at > ${now - 60_000}) as picturesPerMinute`)
}

/**
 * Newest screened pictures with whoever found them first, is still here and not muted; newest first. They come with scores, so
 * those after the watermark of a frozen board wait with it.
 */
export function newestPictures(db: Queries, round: Round, count: number): PictureFrame[] {
  const decimals = decimalsOf(db)
  return db
    .all<{
      hash: string
      width: number
      height: number
      similarity: number
      at: number
      nickname: string
      playerCode: string
    }>(sql`
      select hash, width, height, picture.similarity, picture.finished_at as at, nickname, player_code as playerCode
      from picture
      join entry on entry.sequence = (
        select min(sequence) from entry join player on player.id = player_id
        where picture_id = picture.id and erased_at is null and disqualified_at is null and muted_at is null)
      join player on player.id = entry.player_id
      where picture.round_id = ${round.id} and picture.state = 'done'
        and screened_at is not null and hidden_at is null and picture.erased_at is null
        and entry.sequence <= ${round.frozenSequence ?? Number.MAX_SAFE_INTEGER}
      order by picture.finished_at desc, picture.id desc
      limit ${count}`)
    .map(({ hash, width, height, similarity, at, nickname, playerCode }) => ({
      picture: pictureRef({ hash, width, height }),
      nickname,
      playerCode,
      scoreShown: showScore(scoreOf(similarity, round.calibration), decimals),
      at,
    }))
}
