import { type ScreeningView, scoreOf, showScore, type WaitingPicture } from '@dabble/api'
import { type SQL, sql } from 'drizzle-orm'
import type { Queries } from '../../db/open.ts'
import { currentContest } from '../contest.ts'
import { pictureRef } from '../picture-ref.ts'
import { currentRound, type Round } from '../round.ts'

/** More than a screen shows at once; the next ones come as these are done. */
const mostWaiting = 60
const mostRecent = 24

/** By the index that holds only these: left alone, SQLite reads all that were ever drawn. */
const heldPictures = sql`picture indexed by picture_waiting`

/** Drawn and held: nobody has decided yet. */
export const isWaiting = sql`state = 'done' and screened_at is null and hidden_at is null and erased_at is null`
const isShown = sql`state = 'done' and screened_at is not null and hidden_at is null and erased_at is null`
const isHidden = sql`state = 'done' and hidden_at is not null and erased_at is null`

/** The pictures of the current round, as the crew decides on them: each file once, whichever prompts drew it. */
export function screeningView(db: Queries): ScreeningView {
  const contest = currentContest(db)
  const round = currentRound(db)
  const blank = contest?.blankedAt != null
  if (!round) return { holding: false, waiting: [], waitingInAll: 0, shown: [], hidden: [], blank }
  const decimals = contest?.decimals ?? 2
  const list = (where: SQL, order: SQL, limit: number, from = sql`picture`) =>
    pictures(db, round, decimals, { from, where, order, limit })
  return {
    holding: round.screening,
    waiting: list(isWaiting, sql`finished_at, id`, mostWaiting, heldPictures),
    waitingInAll: waitingHashes(db, round.id).length,
    shown: list(isShown, sql`screened_at desc, id desc`, mostRecent),
    hidden: list(isHidden, sql`hidden_at desc, id desc`, mostRecent),
    blank,
  }
}

export const waitingHashes = (db: Queries, roundId: string): string[] =>
  db
    .all<{ hash: string }>(sql`select distinct hash from ${heldPictures} where round_id = ${roundId} and ${isWaiting}`)
    .map(({ hash }) => hash)

interface Row {
  hash: string
  width: number
  height: number
  prompt: string
  similarity: number
  at: number
  nickname: string | null
}

function pictures(
  db: Queries,
  { id, calibration }: Round,
  decimals: number,
  { from, where, order, limit }: { from: SQL; where: SQL; order: SQL; limit: number },
): WaitingPicture[] {
  const rows = db.all<Row>(sql`
    select hash, width, height, prompt, similarity, finished_at as at, (
      select nickname from entry join player on player.id = player_id
      where picture_id = picture.id and player.erased_at is null order by sequence limit 1
    ) as nickname
    from ${from}
    where round_id = ${id} and ${where}
      and id = (select min(id) from picture same where same.hash = picture.hash and same.round_id = ${id} and ${where})
    order by ${order} limit ${limit}`)
  return rows.map(({ hash, width, height, prompt, similarity, at, nickname }) => ({
    picture: pictureRef({ hash, width, height }),
    prompt,
    nickname: nickname ?? '',
    scoreShown: showScore(scoreOf(similarity, calibration), decimals),
    at,
  }))
}
