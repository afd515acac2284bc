import { GameError } from '@dabble/api'
import { and, eq, max, ne } from 'drizzle-orm'
import type { Db, Queries } from '../../../db/open.ts'
import { entry, round } from '../../../db/schema.ts'
import { write } from '../../../db/write.ts'
import { record } from '../../audit.ts'
import type { RoundDeed } from './deed.ts'
import { requireRound } from './require-round.ts'

/**
 * Lets people play. A closed round can be opened again until its result is published: a slip of the finger costs no one a day.
 * @throws {GameError} `other-round-open`, `other-bundle`, `round-state`.
 */
export function openRound(db: Db, deed: RoundDeed, bundleId: string): void {
  write(db, tx => {
    const before = requireRound(tx, deed.id, 'draft', 'closed')
    const others = and(eq(round.contestId, before.contestId), eq(round.state, 'open'), ne(round.id, deed.id))
    if (tx.select({ id: round.id }).from(round).where(others).get()) throw new GameError('other-round-open')
    if (before.bundleId !== bundleId) throw new GameError('other-bundle')
    change(tx, deed, 'open', { state: 'open', openedAt: deed.now })
  })
}

/** Nothing new is accepted from now on; what was accepted is still drawn. @throws {GameError} `round-state`. */
export function closeRound(db: Db, deed: RoundDeed): void {
  write(db, tx => {
    requireRound(tx, deed.id, 'open')
    change(tx, deed, 'close', { state: 'closed' })
  })
}

/**
 * From now on public boards show entries up to the newest one. Those of them that are still being drawn land when they are done.
 * @throws {GameError} `round-state`, also where it is frozen already.
 */
export function freezeRound(db: Db, deed: RoundDeed): void {
  write(db, tx => {
    if (requireRound(tx, deed.id, 'open', 'closed').frozenAt !== null) throw new GameError('round-state')
    const newest = tx
      .select({ sequence: max(entry.sequence) })
      .from(entry)
      .where(eq(entry.roundId, deed.id))
      .get()
    change(tx, deed, 'freeze', { frozenSequence: newest?.sequence ?? 0, frozenAt: deed.now })
  })
}

/** @throws {GameError} `round-state` where it is not frozen. */
export function unfreezeRound(db: Db, deed: RoundDeed): void {
  write(db, tx => {
    if (requireRound(tx, deed.id, 'open', 'closed').frozenAt === null) throw new GameError('round-state')
    change(tx, deed, 'unfreeze', { frozenSequence: null, frozenAt: null })
  })
}

/** Prompts may be shown from now on. @throws {GameError} `round-state`. */
export function revealRound(db: Db, deed: RoundDeed): void {
  write(db, tx => {
    requireRound(tx, deed.id, 'final')
    change(tx, deed, 'reveal', { state: 'revealed' })
  })
}

function change(
  tx: Queries,
  { id, reason, author, now }: RoundDeed,
  step: 'open' | 'close' | 'freeze' | 'unfreeze' | 'reveal',
  to: Partial<typeof round.$inferInsert>,
): void {
  tx.update(round).set(to).where(eq(round.id, id)).run()
  record(tx, { at: now, author, action: `round.${step}`, subject: id, reason })
}
