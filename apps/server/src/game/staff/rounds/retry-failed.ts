import { GameError } from '@dabble/api'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../../db/open.ts'
import { picture } from '../../../db/schema.ts'
import { write } from '../../../db/write.ts'
import { record } from '../../audit.ts'
import type { RoundDeed } from './deed.ts'
import { requireRound } from './require-round.ts'

/**
 * Puts the pictures that were given up back into the queue, for three more attempts. Their entries stay failed, and their
 * players play on, until the picture is done: then they count, with the sequence numbers they always had. Returns how many.
 * @throws {GameError} `round-state` once the result is published, `other-bundle`.
 */
export function retryFailed(db: Db, { id, author, reason, now }: RoundDeed, bundleId: string): number {
  return write(db, tx => {
    if (requireRound(tx, id, 'open', 'closed').bundleId !== bundleId) throw new GameError('other-bundle')
    const givenUp = and(eq(picture.roundId, id), eq(picture.state, 'failed'), isNull(picture.erasedAt))
    const again = { state: 'queued' as const, failures: 0, interruptions: 0, queuedAt: now, finishedAt: null }
    const { changes } = tx.update(picture).set(again).where(givenUp).run()
    if (changes > 0) record(tx, { at: now, author, action: 'round.retry', subject: id, reason })
    return changes
  })
}
