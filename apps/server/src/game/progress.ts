import type { EntryProgress, Millis } from '@dabble/api'
import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { picture } from '../db/schema.ts'
import type { Entry } from './entry.ts'

/** What only the process that draws knows of a running picture. */
export interface Drawing {
  step: number
  /** Data URL. */
  partial: string | null
}

/** How the drawing is going, whoever does it. */
export interface DrawingState {
  /** Null while this picture is not being drawn. */
  of(pictureId: number): Drawing | null
  /** Pictures that are drawn at the same time. */
  lanes(): number
  /** Steps of one picture. */
  steps: number
}

/** Pictures that an estimate looks back on. */
const recent = 20

/**
 * How far an unfinished entry is. The estimate is honest where it can be: rounds of drawing before its own, each as long as the
 * recent median, less what its own has already taken.
 */
export function entryProgress(
  db: Queries,
  { id, pictureId }: Entry,
  drawing: DrawingState,
  now: Millis,
): EntryProgress {
  const { state, startedAt } = picture
  const row = db.select({ state, startedAt }).from(picture).where(eq(picture.id, pictureId)).get()
  const running = row?.state === 'running'
  const position = running ? 0 : queuedBefore(db, pictureId)
  const drawMs = recentPictureMs(db)
  const turns = running ? 1 : turnsLeft(runningNow(db) + position, Math.max(1, drawing.lanes()))
  const spentMs = running ? now - (row.startedAt ?? now) : 0
  const at = running ? drawing.of(pictureId) : null
  return {
    entryId: id,
    state: running ? 'running' : 'queued',
    position,
    etaMs: drawMs === null ? null : Math.max(0, Math.round(turns * drawMs - spentMs)),
    step: at?.step ?? 0,
    steps: drawing.steps,
    partial: at?.partial ?? null,
  }
}

/** Queued pictures that are drawn before this one. */
function queuedBefore(db: Queries, pictureId: number): number {
  const before = and(eq(picture.state, 'queued'), lt(picture.id, pictureId))
  return db.select({ count: sql<number>`count(*)` }).from(picture).where(before).get()?.count ?? 0
}

function runningNow(db: Queries): number {
  return db.select({ count: sql<number>`count(*)` }).from(picture).where(eq(picture.state, 'running')).get()?.count ?? 0
}

/** Turns of drawing until a picture with so many before it is done; those being drawn are half through, on average. */
const turnsLeft = (before: number, lanes: number) => (before < lanes ? 1 : Math.floor(before / lanes) + 0.5)

/** Median milliseconds from lease to score of the newest pictures; null before the first. */
function recentPictureMs(db: Queries): number | null {
  const took = db
    .select({ ms: sql<number>`${picture.finishedAt} - ${picture.startedAt}` })
    .from(picture)
    .where(and(eq(picture.state, 'done'), gt(picture.startedAt, 0)))
    .orderBy(desc(picture.id))
    .limit(recent)
    .all()
    .map(({ ms }) => ms)
    .sort((a, b) => a - b)
  return took[took.length >> 1] ?? null
}
