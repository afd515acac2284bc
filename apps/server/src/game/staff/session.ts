import { GameError, type Millis, type StaffActor } from '@dabble/api'
import { and, eq, getTableColumns, ne } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { contest, staffMember, staffSession } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import type { Member } from './member.ts'

/** Activity is written down so seldom: a device may lock itself this much early, never late. */
const activityMs = 10_000

export type Session = typeof staffSession.$inferSelect & { member: Member }

/** Who has a device unlocked; null where it is locked, or has locked itself by now. */
export function sessionOf(db: Queries, deviceId: string, now: Millis): Session | null {
  const row = db
    .select({
      ...getTableColumns(staffSession),
      member: getTableColumns(staffMember),
      autoLockMs: contest.autoLockMs,
    })
    .from(staffSession)
    .innerJoin(staffMember, eq(staffMember.id, staffSession.memberId))
    .innerJoin(contest, eq(contest.id, staffMember.contestId))
    .where(eq(staffSession.deviceId, deviceId))
    .get()
  // A clock that was set back must not keep a device open.
  return row && Math.abs(now - row.activeAt) <= row.autoLockMs ? row : null
}

/**
 * An owner who was removed, demoted or unpaired while their request was on its way does nothing more: else two could remove each
 * other, and a slow upload would outlive the right to make it.
 * @param now when they asked, for what may take longer than a device stays unlocked.
 * @throws {GameError} `not-owner`.
 */
export function requireStillOwner(tx: Queries, { id, deviceId }: StaffActor, now: Millis): void {
  const member = sessionOf(tx, deviceId, now)?.member
  if (member?.id !== id || member.role !== 'owner') throw new GameError('not-owner')
}

/**
 * Somebody has tapped. Only what a person does counts, mutations and `crew.touch`: screens ask for health and logs by
 * themselves, and an idle one that did would never lock.
 */
export function keepUnlocked(db: Db, { deviceId, memberId, activeAt }: Session, now: Millis): void {
  if (Math.abs(now - activeAt) < activityMs) return
  const same = and(eq(staffSession.deviceId, deviceId), eq(staffSession.memberId, memberId))
  write(db, tx => tx.update(staffSession).set({ activeAt: now }).where(same).run())
}

/** Whoever had it unlocked before has left it to somebody else. */
export function startSession(tx: Queries, deviceId: string, memberId: string, now: Millis): void {
  const session = { memberId, unlockedAt: now, activeAt: now }
  tx.insert(staffSession)
    .values({ deviceId, ...session })
    .onConflictDoUpdate({ target: staffSession.deviceId, set: session })
    .run()
}

/** Locks a device. */
export function endSession(db: Db, deviceId: string): void {
  write(db, tx => tx.delete(staffSession).where(eq(staffSession.deviceId, deviceId)).run())
}

/** Locks every device that a member has unlocked, but perhaps the one they are at. */
export function endSessionsOf(tx: Queries, memberId: string, exceptDeviceId = ''): void {
  const theirs = and(eq(staffSession.memberId, memberId), ne(staffSession.deviceId, exceptDeviceId))
  tx.delete(staffSession).where(theirs).run()
}
