import type { Calibration } from '@dabble/api'
import { eq } from 'drizzle-orm'
import type { Db } from '../../../db/open.ts'
import { round } from '../../../db/schema.ts'
import { write } from '../../../db/write.ts'
import { record } from '../../audit.ts'
import type { RoundDeed } from './deed.ts'
import { requireRound } from './require-round.ts'

/** Gives a draft another curve from similarity to score. Once opened, a round keeps the one it has. @throws {GameError} `round-state`. */
export function calibrateRound(db: Db, { id, author, reason, now }: RoundDeed, calibration: Calibration): void {
  write(db, tx => {
    requireRound(tx, id, 'draft')
    tx.update(round).set({ calibration }).where(eq(round.id, id)).run()
    record(tx, { at: now, author, action: 'round.calibrate', subject: id, reason })
  })
}
