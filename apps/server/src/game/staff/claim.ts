import { GameError, type Millis } from '@dabble/api'
import { eq } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { award, player } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { plainCode } from '../codes.ts'
import type { Award } from './award-rows.ts'
import { awardOfNonce } from './give.ts'
import { insertAward, requirePrize } from './new-award.ts'
import { requireStanding } from './standing-award.ts'
import { mayWin, requireWinner } from './winner.ts'

export interface Claim {
  /** Made by the screen. */
  nonce: string
  /** The staff member. */
  author: string
  now: Millis
}

/**
 * Hands an award over. The same nonce again answers with the award as it is, and hands nothing over.
 * @throws {GameError} `code-unknown`, `award-undone`, `award-claimed`, `not-eligible`, `award-conflict` (the nonce was for another).
 */
export function claimAward(db: Db, claimCode: string, claim: Claim): Award {
  return write(db, tx => {
    const code = plainCode(claimCode)
    const row = tx.select().from(award).where(eq(award.claimCode, code)).get()
    if (!row) throw new GameError('code-unknown')
    if (wasClaimedWith(tx, row, claim.nonce)) return row
    const claimed = markClaimed(tx, row, claim)
    record(tx, { at: claim.now, author: claim.author, action: 'award.claim', subject: row.id, reason: '' })
    return claimed
  })
}

/** Whether this is the answer that got lost. @throws {GameError} `award-conflict`. */
export function wasClaimedWith(tx: Queries, { id }: Award, nonce: string): boolean {
  const known = tx.select({ id: award.id }).from(award).where(eq(award.claimNonce, nonce)).get()
  if (known && known.id !== id) throw new GameError('award-conflict')
  return known !== undefined
}

/** @throws {GameError} `award-undone`, `award-claimed`, `not-eligible`. */
export function markClaimed(tx: Queries, row: Award, { nonce, author, now }: Claim): Award {
  requireStanding(tx, row)
  const winner = tx.select().from(player).where(eq(player.id, row.playerId)).get()
  if (!winner || !mayWin(winner)) throw new GameError('not-eligible')
  const claimed = { claimedAt: now, claimedBy: author, claimNonce: nonce }
  return tx.update(award).set(claimed).where(eq(award.id, row.id)).returning().get() as Award
}

export interface HandOver {
  playerId: string
  prizeId: string
  sharedDevice: boolean
}

/**
 * Gives a participation prize and hands it over, or neither. The same nonce again answers with the award it made.
 * @throws {GameError} `invalid-input` (another kind of prize), and as `giveAward`.
 */
export function handOver(db: Db, { playerId, prizeId, sharedDevice }: HandOver, claim: Claim): Award {
  const { nonce, author, now } = claim
  return write(db, tx => {
    const known = awardOfNonce(tx, nonce)
    if (known?.playerId === playerId && known.prizeId === prizeId) return known
    if (known) throw new GameError('award-conflict')
    const prize = requirePrize(tx, prizeId)
    if (prize.kind !== 'participation') throw new GameError('invalid-input')
    const winner = requireWinner(tx, playerId)
    const given = insertAward(tx, prize, winner, { nonce, reason: '', sharedDevice, author, now })
    record(tx, { at: now, author, action: 'award.give', subject: given.id, reason: '' })
    // A nonce that has handed over another award hands over nothing more.
    wasClaimedWith(tx, given, nonce)
    const claimed = markClaimed(tx, given, claim)
    record(tx, { at: now, author, action: 'award.claim', subject: given.id, reason: '' })
    return claimed
  })
}

/**
 * The hand-over did not happen. Its nonce stays used, so that a request that comes late hands nothing over again.
 * @throws {GameError} `award-unknown`, `award-not-claimed`.
 */
export function unclaimAward(db: Db, { id, reason }: { id: string; reason: string }, author: string, now: Millis) {
  write(db, tx => {
    const row = tx.select().from(award).where(eq(award.id, id)).get()
    if (!row) throw new GameError('award-unknown')
    if (row.claimedAt === null) throw new GameError('award-not-claimed')
    tx.update(award).set({ claimedAt: null, claimedBy: null }).where(eq(award.id, id)).run()
    record(tx, { at: now, author, action: 'award.unclaim', subject: id, reason })
  })
}
