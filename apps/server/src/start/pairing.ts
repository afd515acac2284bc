import type { Db } from '../db/open.ts'
import { staffDevice } from '../db/schema.ts'
import { issuePairingCode, pairingValidMs } from '../game/staff/pairing.ts'

/** A code for the first staff device; null once one is paired, because that one can let others in. */
export function firstPairingCode(db: Db, now: number): string | null {
  return db.select().from(staffDevice).limit(1).get() ? null : issuePairingCode(db, now, pairingValidMs.first).code
}
