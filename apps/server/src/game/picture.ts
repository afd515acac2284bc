import { and, eq } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { picture, prize, round } from '../db/schema.ts'
import type { NewEntry } from './entry.ts'
import { isHidden } from './picture-ref.ts'

export type Picture = typeof picture.$inferSelect

/** A picture that failed is not tried again before, so that a prompt that brings the sidecar down cannot be a weapon. */
const quarantineMs = 60_000

/** The picture of a prompt key in a round: as it is, or put (back) into the queue. */
export function findOrQueuePicture(
  tx: Queries,
  { roundId, promptKey, prompt, now }: Pick<NewEntry, 'roundId' | 'promptKey' | 'prompt' | 'now'>,
): Pick<Picture, 'id' | 'state' | 'similarity'> {
  const known = pictureByKey(tx).get({ roundId, promptKey })
  if (!known) {
    return tx
      .insert(picture)
      .values({ roundId, promptKey, prompt, state: 'queued', queuedAt: now })
      .returning(outcome)
      .get()
  }
  // Everybody who had typed it has left, and now somebody is here again.
  const revived = known.erasedAt === null ? {} : { prompt, erasedAt: null }
  const again =
    known.state === 'failed' && now - (known.finishedAt ?? 0) >= quarantineMs
      ? { state: 'queued' as const, failures: 0, interruptions: 0, queuedAt: now, finishedAt: null }
      : {}
  const change = { ...revived, ...again }
  if (Object.keys(change).length > 0) tx.update(picture).set(change).where(eq(picture.id, known.id)).run()
  return { ...known, ...again }
}

/** What the network may see of a file: hidden by staff or erased is gone; unscreened is kept off public screens only. */
export function visibilityOf(db: Queries, hash: string): 'shown' | 'hidden' | 'unknown' {
  const { hiddenAt, erasedAt } = picture
  const rows = db.select({ hiddenAt, erasedAt }).from(picture).where(eq(picture.hash, hash)).all()
  if (rows.length === 0) return isTarget(db, hash) || isOfPrize(db, hash) ? 'shown' : 'unknown'
  // Two prompts may have drawn the same bytes: one prompt's players leaving takes nothing from the other's.
  return rows.some(row => !isHidden(row)) ? 'shown' : 'hidden'
}

/** Also of a draft: the crew looks at it before it opens, and nobody else knows its address. */
function isTarget(db: Queries, hash: string): boolean {
  return db.select({ id: round.id }).from(round).where(eq(round.targetHash, hash)).limit(1).get() !== undefined
}

function isOfPrize(db: Queries, hash: string): boolean {
  return db.select({ id: prize.id }).from(prize).where(eq(prize.pictureHash, hash)).limit(1).get() !== undefined
}

/** What a picture is to an entry of its prompt. */
const outcome = { id: picture.id, state: picture.state, similarity: picture.similarity }

const pictureByKey = prepared(db =>
  db
    .select({ ...outcome, erasedAt: picture.erasedAt, finishedAt: picture.finishedAt })
    .from(picture)
    .where(and(eq(picture.roundId, given('roundId')), eq(picture.promptKey, given('promptKey'))))
    .prepare(),
)
