import { GameError } from '@dabble/api'
import { and, eq } from 'drizzle-orm'
import type { Db, Queries } from '../db/open.ts'
import { entry, player, round } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { type CaptchaVerdict, entryNeedsCaptcha, type NeedsCaptcha, spendCaptcha } from './captcha.ts'
import { paceWaitMs } from './pace.ts'
import { findOrQueuePicture } from './picture.ts'
import { acceptsEntries } from './round.ts'

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
    const known = tx.select().from(entry).where(eq(entry.id, input.id)).get()
    if (known) return { entry: sameEntry(known, input), isNew: false }

    const { id, roundId, playerId, prompt, now } = input
    const played = tx.select().from(round).where(eq(round.id, roundId)).get()
    if (!played) throw new GameError('no-round')
    if (!acceptsEntries(tx, played, now)) throw new GameError('round-not-open')
    requireMayPlay(tx, playerId)
    const waitMs = paceWaitMs(tx, played, playerId, now)
    if (waitMs > 0) throw new GameError('too-fast', { seconds: Math.ceil(waitMs / 1000) })
    if (entryNeedsCaptcha(tx, played, playerId, needsCaptcha)) spendCaptcha(tx, input.captcha, id, now)

    const picture = findOrQueuePicture(tx, input)
    const accepted = tx
      .insert(entry)
      .values({ id, roundId, playerId, prompt, receivedAt: now, pictureId: picture.id, ...outcome(picture, now) })
      .returning()
      .get()
    return { entry: accepted, isNew: true }
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
  const row = tx.select().from(player).where(eq(player.id, playerId)).get()
  if (!row || row.erasedAt !== null) throw new GameError('not-joined')
  if (row.disqualifiedAt !== null) throw new GameError('player-disqualified')
  const unfinished = unfinishedEntry(tx, playerId)
  if (unfinished) throw new GameError('entry-unfinished', { entryId: unfinished.id })
}

/** The one entry of this player that waits for its picture. */
export function unfinishedEntry(db: Queries, playerId: string): Entry | null {
  const waiting = and(eq(entry.playerId, playerId), eq(entry.state, 'queued'))
  return db.select().from(entry).where(waiting).get() ?? null
}
