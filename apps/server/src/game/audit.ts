import type { AuditAction } from '@dabble/api'
import type { Queries } from '../db/open.ts'
import { auditLog } from '../db/schema.ts'

/** Everything done to a player or a picture, in the transaction that does it. */
export interface Deed {
  at: number
  /** A staff device's id, a player's id, or `system`. */
  author: string
  action: AuditAction
  /** The id or hash of what it was done to. */
  subject: string
  reason: string
}

export function record(tx: Queries, deed: Deed): void {
  tx.insert(auditLog).values(deed).run()
}
