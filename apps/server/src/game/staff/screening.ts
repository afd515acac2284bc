import { GameError, type Millis } from '@dabble/api'
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { contest, picture } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { currentContest } from '../contest.ts'
import { isWaiting, waitingHashes } from './screening-view.ts'

/** What staff do to a picture, by the hash of its file: whichever prompts drew the same bytes. */
export interface Screening {
  hash: string
  reason: string
  /** The staff member. */
  author: string
}

/** Takes a picture off the network. @throws {GameError} `picture-unknown`. */
export function hidePicture(db: Db, deed: Screening, now: Millis): void {
  write(db, tx => {
    requirePicture(tx, deed.hash)
    const shown = and(eq(picture.hash, deed.hash), isNull(picture.hiddenAt))
    const { changes } = tx.update(picture).set({ hiddenAt: now }).where(shown).run()
    if (changes > 0) record(tx, screened('picture.hide', deed, now))
  })
}

/** Lets the public see a picture, which was hidden or not yet screened. @throws {GameError} `picture-unknown`. */
export function showPicture(db: Db, deed: Screening, now: Millis): void {
  write(db, tx => {
    requirePicture(tx, deed.hash)
    const held = and(eq(picture.hash, deed.hash), or(isNotNull(picture.hiddenAt), isNull(picture.screenedAt)))
    const screenedAt = sql`coalesce(${picture.screenedAt}, ${now})`
    const { changes } = tx.update(picture).set({ hiddenAt: null, screenedAt }).where(held).run()
    if (changes > 0) record(tx, screened('picture.show', deed, now))
  })
}

/** Shows everything in a round that waits. Returns how many pictures that were. */
export function showWaiting(db: Db, roundId: string, author: string, now: Millis): number {
  return write(db, tx => {
    const { length } = waitingHashes(tx, roundId)
    if (length === 0) return 0
    tx.update(picture)
      .set({ screenedAt: now })
      .where(and(eq(picture.roundId, roundId), isWaiting))
      .run()
    record(tx, { at: now, author, action: 'picture.show-all', subject: roundId, reason: String(length) })
    return length
  })
}

/** Leaves nothing on the big screen but the name of the contest, or brings everything back. */
export function blankScreen(db: Db, on: boolean, author: string, now: Millis): void {
  write(db, tx => {
    const row = currentContest(tx)
    if (!row || (row.blankedAt !== null) === on) return
    tx.update(contest)
      .set({ blankedAt: on ? now : null })
      .where(eq(contest.id, row.id))
      .run()
    record(tx, { at: now, author, action: on ? 'screen.blank' : 'screen.unblank', subject: row.id, reason: '' })
  })
}

function requirePicture(tx: Queries, hash: string): void {
  const known = tx.select({ id: picture.id }).from(picture).where(eq(picture.hash, hash)).limit(1).get()
  if (!known) throw new GameError('picture-unknown')
}

const screened = (action: 'picture.hide' | 'picture.show', { hash, reason, author }: Screening, at: Millis) => ({
  at,
  author,
  action,
  subject: hash,
  reason,
})
