import { type EntryView, scoreOf, showScore } from '@dabble/api'
import { and, desc, eq, getTableColumns, lt, max } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { entry, picture } from '../db/schema.ts'
import type { ScoredStanding } from './board.ts'
import type { Entry } from './entry.ts'
import type { Picture } from './picture.ts'
import { isHidden, ownPicture, type Shown } from './picture-ref.ts'
import type { Round } from './round.ts'

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
  return withPicture(db).where(eq(entry.playerId, playerId)).orderBy(desc(entry.sequence)).limit(1).get() ?? null
}

/** One entry of this player, or null: other people's are none of their business. */
export function ownEntry(db: Queries, playerId: string, entryId: string): EntryWithPicture | null {
  return (
    withPicture(db)
      .where(and(eq(entry.id, entryId), eq(entry.playerId, playerId)))
      .get() ?? null
  )
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
 * Entries of one player as that player sees them; `rows` follow each other, newest first (one is fine), `all` are the standings
 * of their round.
 */
export function entryViews(db: Queries, rows: EntryWithPicture[], round: Round, all: ScoredStanding[]): EntryView[] {
  const oldest = rows.at(-1)
  let before = oldest ? bestBefore(db, oldest) : null
  return rows
    .toReversed()
    .map(row => {
      const view = entryView(row, round, all, before)
      if (row.similarity !== null) before = Math.max(row.similarity, before ?? row.similarity)
      return view
    })
    .reverse()
}

function entryView(row: EntryWithPicture, round: Round, all: ScoredStanding[], before: number | null): EntryView {
  const own = all.find(({ playerId }) => playerId === row.playerId)
  const best = own?.entryId === row.id
  const rank = own?.rank ?? null
  const score = row.similarity === null ? null : scoreOf(row.similarity, round.calibration)
  const done = row.state === 'done'
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
    scoreShown: score === null ? null : best ? own.scoreShown : showScore(score),
    rank: done ? rank : null,
    rankBefore: done && rank !== null && before !== null ? rankWith(before, row.playerId, all) : null,
    best,
  }
}

/** The similarity this player had reached in the round before an entry. */
function bestBefore(db: Queries, { playerId, roundId, sequence }: Entry): number | null {
  const earlier = and(eq(entry.playerId, playerId), eq(entry.roundId, roundId), lt(entry.sequence, sequence))
  return (
    db
      .select({ best: max(entry.similarity) })
      .from(entry)
      .where(earlier)
      .get()?.best ?? null
  )
}

/** The rank this player would have, among everybody as they are now, had it stayed at a similarity. */
function rankWith(similarity: number, playerId: string, all: ScoredStanding[]): number {
  return 1 + all.filter(other => !other.ghost && other.playerId !== playerId && other.similarity > similarity).length
}
