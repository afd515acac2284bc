import type { AuditRow } from '@dabble/api'
import type { Db } from '../../db/open.ts'

export function logRows(_db: Db, _before: number | null): AuditRow[] {
  return []
}
