import { GameError, type giveSchema, type Millis } from '@dabble/api'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Queries } from '../../db/open.ts'
import { award } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import type { Award } from './award-rows.ts'
import { backIntoStock, insertAward, requirePrize } from './new-award.ts'
import { requireRank } from './rank-prizes.ts'
import { requireStanding } from './standing-award.ts'
import { requireOwnPicture, requireWinner } from './winner.ts'

/**
 * Gives a prize to a player. The same nonce again answers with the award it made.
 * @param author the staff member.
 * @throws {GameError} `award-conflict` (the nonce was for another award), `prize-unknown`, `player-unknown`, `not-eligible`,
 * `picture-unknown`, `round-state`, `already-awarded`, `device-awarded`, `rank-awarded`, `prize-gone`.
 */
export function giveAward(db: Db, input: z.output<typeof giveSchema>, author: string, now: Millis): Award {
  return write(db, tx => {
    const known = awardOfNonce(tx, input.nonce)
    if (known) return sameAward(known, input)
    const prize = requirePrize(tx, input.prizeId)
    const winner = requireWinner(tx, input.playerId)
    const won = prize.kind === 'rank' ? requireRank(tx, prize, winner.id, input.rank ?? null) : null
    if (input.pictureHash) requireOwnPicture(tx, winner.id, input.pictureHash)
    const { nonce, reason, announce, sharedDevice } = input
    const pictureHash = input.pictureHash ?? won?.pictureHash
    const more = { nonce, reason, announce, sharedDevice, rank: won?.rank, pictureHash, author, now }
    const given = insertAward(tx, prize, winner, more)
    record(tx, { at: now, author, action: 'award.give', subject: given.id, reason })
    return given
  })
}

export function awardOfNonce(tx: Queries, nonce: string): Award | null {
  return tx.select().from(award).where(eq(award.nonce, nonce)).get() ?? null
}

function sameAward(known: Award, input: z.output<typeof giveSchema>): Award {
  const same =
    known.prizeId === input.prizeId &&
    known.playerId === input.playerId &&
    known.reason === input.reason &&
    (!input.rank || known.rank === input.rank) &&
    (!input.pictureHash || known.pictureHash === input.pictureHash)
  if (same) return known
  throw new GameError('award-conflict')
}

/**
 * Takes an award back and frees its stock; once it is taken back, nothing more happens.
 * @throws {GameError} `award-unknown`, `award-claimed`: the hand-over has to be undone first.
 */
export function undoAward(db: Db, { id, reason }: { id: string; reason: string }, author: string, now: Millis): void {
  write(db, tx => {
    const row = tx.select().from(award).where(eq(award.id, id)).get()
    if (row?.undoneAt) return
    takeBack(tx, requireStanding(tx, row), { author, now })
    record(tx, { at: now, author, action: 'award.undo', subject: id, reason })
  })
}

export function takeBack(
  tx: Queries,
  { id, prizeId }: Award,
  { author, now, absent = false }: { author: string; now: Millis; absent?: boolean },
): void {
  tx.update(award).set({ undoneAt: now, undoneBy: author, absent }).where(eq(award.id, id)).run()
  backIntoStock(tx, prizeId)
}
