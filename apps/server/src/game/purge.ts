import type { Millis } from '@dabble/api'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '../db/open.ts'
import { award, prizeCode, round } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { record } from './audit.ts'

export interface Purged {
  contacts: number
  codes: number
  /** Awards that nobody has fetched: whoever left a contact cannot be reached any more. */
  waiting: number
}

/**
 * After the event: erases how winners can be reached and the digital codes that were handed over. Null, and nothing erased, while
 * a round is open.
 */
export function purgeWinners(db: Db, now: Millis): Purged | null {
  return write(db, tx => {
    if (tx.select({ id: round.id }).from(round).where(eq(round.state, 'open')).limit(1).get()) return null
    const unclaimed = and(isNull(award.claimedAt), isNull(award.undoneAt))
    const waiting = tx.select({ id: award.id }).from(award).where(unclaimed).all().length
    const contacts = tx.update(award).set({ contact: null }).where(isNotNull(award.contact)).run().changes
    const codes = tx.delete(prizeCode).where(isNotNull(prizeCode.awardId)).run().changes
    if (contacts + codes > 0) {
      record(tx, { at: now, author: 'system', action: 'award.purge', subject: '', reason: '' })
    }
    return { contacts, codes, waiting }
  })
}
