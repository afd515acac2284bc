import { GameError, type Millis, type prizeChangeSchema, type prizeSchema } from '@dabble/api'
import { and, eq, lte } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { z } from 'zod'
import type { Db, Queries } from '../../db/open.ts'
import { prize, prizeCode } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { currentContest } from '../contest.ts'
import type { SavedPicture } from '../game.ts'
import { roundOf, windowsOf } from '../round.ts'
import type { Prize } from './award-rows.ts'

/** With its picture already kept; null takes it away, undefined leaves it. */
type Kept<T> = Omit<T, 'picture'> & { picture?: SavedPicture | null }

/**
 * Adds a prize. Returns its id.
 * @throws {GameError} `round-unknown` (also: no such window), `invalid-input` (ranks are for rank prizes, which need them).
 */
export function createPrize(db: Db, input: Kept<z.output<typeof prizeSchema>>, author: string, now: Millis): string {
  return write(db, tx => {
    const { kind, name, stock, picture = null } = input
    const contest = currentContest(tx)
    if (!contest) throw new GameError('no-round')
    const id = nanoid()
    const ranks = ranksOf(tx, input)
    tx.insert(prize)
      .values({ id, contestId: contest.id, kind, name, stock, ...pictureOf(picture), ...ranks, createdAt: now })
      .run()
    record(tx, { at: now, author, action: 'prize.create', subject: id, reason: '' })
    return id
  })
}

/** @throws {GameError} `prize-unknown`; `prize-stock` where more are given than there would be. */
export function changePrize(
  db: Db,
  { id, name, stock, picture }: Kept<z.output<typeof prizeChangeSchema>>,
  author: string,
  now: Millis,
): void {
  write(db, tx => {
    const before = requireAnyPrize(tx, id)
    const shown = picture === undefined ? {} : pictureOf(picture)
    const change = { name: name ?? before.name, stock: stock ?? before.stock, ...shown }
    const enough = and(eq(prize.id, id), lte(prize.given, change.stock))
    if (tx.update(prize).set(change).where(enough).run().changes === 0) {
      throw new GameError('prize-stock', { given: before.given })
    }
    const restocked = change.stock === before.stock ? '' : `${before.stock} → ${change.stock}`
    record(tx, { at: now, author, action: 'prize.change', subject: id, reason: restocked })
  })
}

/** Takes a prize off the list, or puts it back; its awards stand. @throws {GameError} `prize-unknown`. */
export function removePrize(
  db: Db,
  { id, removed }: { id: string; removed: boolean },
  author: string,
  now: Millis,
): void {
  write(db, tx => {
    if ((requireAnyPrize(tx, id).removedAt !== null) === removed) return
    tx.update(prize)
      .set({ removedAt: removed ? now : null })
      .where(eq(prize.id, id))
      .run()
    record(tx, { at: now, author, action: removed ? 'prize.remove' : 'prize.restore', subject: id, reason: '' })
  })
}

/** Adds digital codes; those that the prize has or had are not added twice. @throws {GameError} `prize-unknown`. */
export function addPrizeCodes(
  db: Db,
  { prizeId, codes }: { prizeId: string; codes: string[] },
  author: string,
  now: Millis,
): void {
  write(db, tx => {
    requireAnyPrize(tx, prizeId)
    let added = 0
    for (const code of codes) {
      added += tx.insert(prizeCode).values({ prizeId, code }).onConflictDoNothing().run().changes
    }
    if (added > 0) record(tx, { at: now, author, action: 'prize.codes', subject: prizeId, reason: `+${added}` })
  })
}

/** On the list or off it. */
function requireAnyPrize(tx: Queries, id: string): Prize {
  const row = tx.select().from(prize).where(eq(prize.id, id)).get()
  if (!row) throw new GameError('prize-unknown')
  return row
}

const pictureOf = (picture: SavedPicture | null) => ({
  pictureHash: picture?.hash ?? null,
  pictureWidth: picture?.width ?? null,
  pictureHeight: picture?.height ?? null,
})

function ranksOf(tx: Queries, { kind, ranks }: Pick<z.output<typeof prizeSchema>, 'kind' | 'ranks'>) {
  if ((kind === 'rank') !== Boolean(ranks)) throw new GameError('invalid-input')
  if (!ranks) return {}
  const { roundId, windowId, from, to } = ranks
  if (!roundOf(tx, roundId)) throw new GameError('round-unknown')
  if (windowId !== null && !windowsOf(tx, roundId).some(({ id }) => id === windowId)) {
    throw new GameError('round-unknown')
  }
  return { roundId, windowId, rankFrom: from, rankTo: to }
}
