import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Queries } from '../db/open.ts'
import { entry, picture } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { eraseIfOrphaned } from './leave.ts'

/** Failed attempts after which a picture is given up. */
const mostFailures = 3
/** Process ends after which a picture is given up: a power cut is nobody's fault, ten in a row are the picture's. */
export const mostInterruptions = 10

/** A picture to draw; the attempt number is the key to finishing it. */
export interface Lease {
  id: number
  attempt: number
  roundId: string
  prompt: string
}

export interface DrawnPicture {
  id: number
  attempt: number
  /** sha256 of the stored file. */
  hash: string
  width: number
  height: number
  /** Little-endian float32, L2-normalised. */
  embedding: Buffer
  similarity: number
}

export interface FailedAttempt {
  id: number
  attempt: number
  /** For staff. */
  failure: string
  /** False when it was not the picture's fault: the server shuts down, the endpoint is away or busy. */
  counts: boolean
}

/** Takes up to so many queued pictures, oldest first. */
export function leasePictures(db: Db, count: number, now: number): Lease[] {
  return write(db, tx => {
    const oldest = tx
      .select({ id: picture.id })
      .from(picture)
      .where(eq(picture.state, 'queued'))
      .orderBy(asc(picture.id))
      .limit(count)
    const { id, attempt, roundId, prompt } = picture
    return tx
      .update(picture)
      .set({ state: 'running', attempt: sql`${attempt} + 1`, startedAt: now })
      .where(inArray(id, oldest))
      .returning({ id, attempt, roundId, prompt })
      .all()
      .sort((a, b) => a.id - b.id)
  })
}

/**
 * Ends a picture and every entry that waits for it, also those that were refunded when it had been given up. False, and nothing
 * changed, when this attempt is no longer the one that is running.
 */
export function finishPicture(db: Db, { id, attempt, ...drawn }: DrawnPicture, now: number): boolean {
  return write(db, tx => {
    // Staff hide and show bytes, whichever prompt draws them next.
    const hiddenAt = sql`(select min(hidden_at) from picture where hash = ${drawn.hash})`
    const wasShown = sql`exists (select 1 from picture where hash = ${drawn.hash} and screened_at is not null)`
    // As the round says now: staff may have changed their mind while it was drawn.
    const isHeld = sql`(select screening from round where round.id = ${picture.roundId})`
    const screenedAt = sql`case when ${isHeld} and not ${wasShown} then null else ${now} end`
    const done = { ...drawn, state: 'done' as const, failure: null, finishedAt: now, screenedAt, hiddenAt }
    if (tx.update(picture).set(done).where(isRunning({ id, attempt })).run().changes === 0) return false
    endEntries(tx, id, ['queued', 'failed'], { state: 'done', similarity: drawn.similarity, finishedAt: now })
    eraseIfOrphaned(tx, id, now)
    return true
  })
}

/** Puts a picture back into the queue or, after its third failure, ends it. False when the attempt is not running. */
export function failPicture(db: Db, { id, attempt, failure, counts }: FailedAttempt, now: number): boolean {
  return write(db, tx => {
    const failures = sql`${picture.failures} + ${counts ? 1 : 0}`
    const change = { state: 'queued' as const, failures, failure, startedAt: null }
    const [row] = tx.update(picture).set(change).where(isRunning({ id, attempt })).returning().all()
    if (!row) return false
    if (row.failures >= mostFailures) giveUp(tx, id, now)
    return true
  })
}

/** At boot nothing is running: what was goes back into the queue, and keeps its place. */
export function requeueRunning(db: Db, now: number): void {
  write(db, tx => {
    const back = tx
      .update(picture)
      .set({ state: 'queued', interruptions: sql`${picture.interruptions} + 1`, startedAt: null })
      .where(eq(picture.state, 'running'))
      .returning({ id: picture.id, interruptions: picture.interruptions })
      .all()
    for (const { id, interruptions } of back) if (interruptions >= mostInterruptions) giveUp(tx, id, now)
  })
}

/** Players who wait for a picture. */
export const waitingPlayers = (db: Queries, pictureId: number): string[] => playersOf(db, pictureId, ['queued'])

/** Players whom the end of a picture is news for: who wait for it, and who were told that it had been given up. */
export const concernedPlayers = (db: Queries, pictureId: number): string[] =>
  playersOf(db, pictureId, ['queued', 'failed'])

function playersOf(db: Queries, pictureId: number, states: ('queued' | 'failed')[]): string[] {
  return db
    .selectDistinct({ id: entry.playerId })
    .from(entry)
    .where(and(eq(entry.pictureId, pictureId), inArray(entry.state, states)))
    .all()
    .map(({ id }) => id)
}

function giveUp(tx: Queries, id: number, now: number): void {
  tx.update(picture).set({ state: 'failed', finishedAt: now }).where(eq(picture.id, id)).run()
  endEntries(tx, id, ['queued'], { state: 'failed', finishedAt: now })
  eraseIfOrphaned(tx, id, now)
}

function endEntries(
  tx: Queries,
  pictureId: number,
  states: ('queued' | 'failed')[],
  end: Partial<typeof entry.$inferInsert>,
): void {
  tx.update(entry)
    .set(end)
    .where(and(eq(entry.pictureId, pictureId), inArray(entry.state, states)))
    .run()
}

const isRunning = ({ id, attempt }: { id: number; attempt: number }) =>
  and(eq(picture.id, id), eq(picture.attempt, attempt), eq(picture.state, 'running'))
