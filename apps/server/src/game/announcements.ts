import type { Announcement, Millis } from '@dabble/api'
import type { Queries } from '../db/open.ts'

export function announcements(_db: Queries, _now: Millis): Announcement[] {
  return []
}
