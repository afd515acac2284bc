import { type EntryView, scoreOf, showScore } from '@dabble/api'
import { and, desc, eq, getTableColumns, isNotNull, lt, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { entry, picture } from '../db/schema.ts'
import { decimalsOf } from './contest.ts'
import type { Entry } from './entry.ts'
import type { Picture } from './picture.ts'
import { isHidden, ownPicture, type Shown } from './picture-ref.ts'
import type { Ranking } from './ranking.ts'
import type { Round } from './round.ts'
import { bestFirst } from './standing.ts'

/** An entry with what its view needs of its picture. */
export type EntryWithPicture = Entry & { drawn: Shown & Pick<Picture, 'state'> }

/** So many of a player's newest entries are looked at; the hungriest player of the first booth sent a thousand in two days. */
const mostEntries = 500

/** A player's entries in a round, newest first. */
export function entriesOf(db: Queries, playerId: string, roundId: string): EntryWithPicture[] {
  return withPicture(db)
    .where(and(eq(entry.playerId, playerId), eq(entry.roundId, roundId)))
    .orderBy(desc(entry.sequence))
    .limit(mostEntries)
    .all()
}

/** A player's newest entry in any round, or null. */
export function newestEntryOf(db: Queries, playerId: string): EntryWithPicture | null {
  return newestOf(db).get({ playerId }) ?? null
}

/** One entry of this player, or null: other people's are none of their business. */
export function ownEntry(db: Queries, playerId: string, entryId: string): EntryWithPicture | null {
  return ownById(db).get({ entryId, playerId }) ?? null
}

function withPicture(db: Queries) {
  const { state, hash, width, height, hiddenAt, erasedAt, screenedAt } = picture
  const drawn = { state, hash, width, height, hiddenAt, erasedAt, screenedAt }
  return db
    .select({ ...getTableColumns(entry), drawn })
    .from(entry)
    .innerJoin(picture, eq(picture.id, entry.pictureId))
    .$dynamic()
}

/**
 * Entries of one player as that player sees them; `rows` follow each other, newest first (one is fine), `ranking` is theirs in
 * the round. While the board is frozen, entries after the watermark get their picture and score, and no rank: what the board keeps
 * to itself, no phone tells.
 */
export function entryViews(db: Queries, rows: EntryWithPicture[], round: Round, ranking: Ranking): EntryView[] {
  const oldest = rows.at(-1)
  if (!oldest) return []
  let before = bestBefore(db, oldest)
  const best = round.frozenAt === null ? ranking.own?.entryId : bestEntry(db, oldest)
  const decimals = decimalsOf(db)
  return rows
    .toReversed()
    .map(row => {
      const view = entryView(row, round, ranking, { before, best: row.id === best, decimals })
      if (row.similarity !== null) before = Math.max(row.similarity, before ?? row.similarity)
      return view
    })
    .reverse()
}

function entryView(
  row: EntryWithPicture,
  { calibration, frozenSequence }: Round,
  { own, rankOf }: Ranking,
  { before, best, decimals }: { before: number | null; best: boolean; decimals: number },
): EntryView {
  const score = row.similarity === null ? null : scoreOf(row.similarity, calibration)
  const done = row.state === 'done'
  const seen = row.sequence <= (frozenSequence ?? row.sequence)
  const rank = done && seen ? (own?.rank ?? null) : null
  return {
    id: row.id,
    sequence: row.sequence,
    roundId: row.roundId,
    prompt: row.prompt,
    state: row.state === 'queued' && row.drawn.state === 'running' ? 'running' : row.state,
    receivedAt: row.receivedAt,
    repeat: row.repeat,
    picture: done ? ownPicture(row.drawn) : null,
    hidden: done && isHidden(row.drawn),
    similarity: row.similarity,
    score,
    scoreShown: score === null ? null : own?.entryId === row.id ? own.scoreShown : showScore(score, decimals),
    rank,
    rankBefore: rank === null || before === null ? null : rankOf(before),
    best,
  }
}

/** The player's best entry in the round, whatever the board shows; null before the first score. */
function bestEntry(db: Queries, { playerId, roundId }: Entry): string | null {
  const scored = and(eq(entry.playerId, playerId), eq(entry.roundId, roundId), isNotNull(entry.similarity))
  const best = db.select({ id: entry.id }).from(entry).where(scored).orderBy(sql.raw(bestFirst)).limit(1)
  return best.get()?.id ?? null
}

/** The similarity this player had reached in the round before an entry. */
function bestBefore(db: Queries, { playerId, roundId, sequence }: Entry): number | null {
  return bestEarlier(db).get({ playerId, roundId, sequence })?.best ?? null
}

const newestOf = prepared(db =>
  withPicture(db)
    .where(eq(entry.playerId, given('playerId')))
    .orderBy(desc(entry.sequence))
    .prepare(),
)

const ownById = prepared(db =>
  withPicture(db)
    .where(and(eq(entry.id, given('entryId')), eq(entry.playerId, given('playerId'))))
    .prepare(),
)

/** The first row of the index of bests. */
const bestEarlier = prepared(db => {
  const ofPlayer = and(eq(entry.playerId, given('playerId')), eq(entry.roundId, given('roundId')))
  return db
    .select({ best: entry.similarity })
    .from(entry)
    .where(and(ofPlayer, lt(entry.sequence, given('sequence'))))
    .orderBy(desc(entry.similarity))
    .prepare()
})
