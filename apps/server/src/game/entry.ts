import { GameError } from '@dabble/api'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { entry, player } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { type CaptchaVerdict, entryNeedsCaptcha, type NeedsCaptcha, spendCaptcha } from './captcha.ts'
import { paceWaitMs } from './pace.ts'
import { findOrQueuePicture } from './picture.ts'
import { acceptsEntries, roundOf } from './round.ts'

export type Entry = typeof entry.$inferSelect

export interface NewEntry {
  /** Made by the phone. */
  id: string
  roundId: string
  playerId: string
  /** Cleaned. */
  prompt: string
  promptKey: string
  captcha: CaptchaVerdict
  /** When the server received it. */
  now: number
}

/**
 * Accepts an entry, or says why not; the order of the checks is part of the contract (docs/architecture.md). `isNew` is false
 * when the id was known: then it is the entry that was accepted under it.
 * @throws {GameError} `entry-conflict`, `no-round`, `round-not-open`, `not-joined`, `player-disqualified`, `entry-unfinished`,
 * `too-fast`, `captcha-*`, `disk-full`; nothing has changed then.
 */
export function createEntry(db: Db, input: NewEntry, needsCaptcha: NeedsCaptcha): { entry: Entry; isNew: boolean } {
  return write(db, tx => {
    const known = entryById(tx).get({ id: input.id })
    if (known) return { entry: sameEntry(known, input), isNew: false }

    const { id, roundId, playerId, prompt, now } = input
    const played = roundOf(tx, roundId)
    if (!played) throw new GameError('no-round')
    if (!acceptsEntries(tx, played, now)) throw new GameError('round-not-open')
    requireMayPlay(tx, playerId)
    const waitMs = paceWaitMs(tx, played, playerId, now)
    if (waitMs > 0) throw new GameError('too-fast', { seconds: Math.ceil(waitMs / 1000) })
    if (entryNeedsCaptcha(tx, played, playerId, needsCaptcha)) spendCaptcha(tx, input.captcha, id, now)

    const picture = findOrQueuePicture(tx, input)
    const what = { id, roundId, playerId, prompt, receivedAt: now, pictureId: picture.id, ...outcome(picture, now) }
    return { entry: insertEntry(tx).get(what), isNew: true }
  })
}

/** A picture that is known answers at once, for better or worse; any other is waited for. */
function outcome(
  { state, similarity }: ReturnType<typeof findOrQueuePicture>,
  now: number,
): Pick<Entry, 'state' | 'repeat' | 'similarity' | 'finishedAt'> {
  if (state === 'done') return { state, repeat: true, similarity, finishedAt: now }
  if (state === 'failed') return { state, repeat: true, similarity: null, finishedAt: now }
  return { state: 'queued', repeat: false, similarity: null, finishedAt: null }
}

function sameEntry(known: Entry, { playerId, roundId, prompt }: NewEntry): Entry {
  if (known.playerId === playerId && known.roundId === roundId && known.prompt === prompt) return known
  throw new GameError('entry-conflict')
}

function requireMayPlay(tx: Queries, playerId: string): void {
  const row = playerById(tx).get({ id: playerId })
  if (!row || row.erasedAt !== null) throw new GameError('not-joined')
  if (row.disqualifiedAt !== null) throw new GameError('player-disqualified')
  const unfinished = unfinishedEntry(tx, playerId)
  if (unfinished) throw new GameError('entry-unfinished', { entryId: unfinished.id })
}

/** The one entry of this player that waits for its picture. */
export function unfinishedEntry(db: Queries, playerId: string): Entry | null {
  return unfinishedOf(db).get({ playerId }) ?? null
}

const { placeholder } = sql

const entryById = prepared(db =>
  db
    .select()
    .from(entry)
    .where(eq(entry.id, given('id')))
    .prepare(),
)

const unfinishedOf = prepared(db =>
  db
    .select()
    .from(entry)
    .where(and(eq(entry.playerId, given('playerId')), sql`state = 'queued'`))
    .prepare(),
)

const playerById = prepared(db =>
  db
    .select()
    .from(player)
    .where(eq(player.id, given('id')))
    .prepare(),
)

const insertEntry = prepared(db =>
  db
    .insert(entry)
    .values({
      id: placeholder('id'),
      roundId: placeholder('roundId'),
      playerId: placeholder('playerId'),
      pictureId: placeholder('pictureId'),
      prompt: placeholder('prompt'),
      state: placeholder('state'),
      repeat: placeholder('repeat'),
      similarity: placeholder('similarity'),
      receivedAt: placeholder('receivedAt'),
      finishedAt: placeholder('finishedAt'),
    })
    .returning()
    .prepare(),
)
