import { GameError } from '@dabble/api'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { award, prizeCode } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import type { Award } from './award-rows.ts'
import { type Claim, markClaimed, wasClaimedWith } from './claim.ts'

/**
 * Hands an award over as a digital code, which its winner's phone shows from now on. An award that had one keeps it.
 * @throws {GameError} `award-unknown`, `award-undone`, `award-claimed`, `not-eligible`, `no-codes`, `award-conflict`.
 */
export function sendCode(db: Db, awardId: string, claim: Claim): Award {
  return write(db, tx => {
    const row = tx.select().from(award).where(eq(award.id, awardId)).get()
    if (!row) throw new GameError('award-unknown')
    if (wasClaimedWith(tx, row, claim.nonce)) return row
    const claimed = markClaimed(tx, row, claim)
    assignCode(tx, row)
    record(tx, { at: claim.now, author: claim.author, action: 'award.code', subject: awardId, reason: '' })
    return claimed
  })
}

function assignCode(tx: Queries, { id, prizeId }: Award): void {
  const own = tx.select({ id: prizeCode.id }).from(prizeCode).where(eq(prizeCode.awardId, id)).get()
  if (own) return
  const unused = and(eq(prizeCode.prizeId, prizeId), isNull(prizeCode.awardId))
  const next = tx.select({ id: prizeCode.id }).from(prizeCode).where(unused).orderBy(asc(prizeCode.id)).limit(1).get()
  if (!next) throw new GameError('no-codes')
  tx.update(prizeCode).set({ awardId: id }).where(eq(prizeCode.id, next.id)).run()
}
