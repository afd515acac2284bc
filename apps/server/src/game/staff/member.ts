import { GameError, type Millis, type StaffMemberView, type StaffRole } from '@dabble/api'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Queries } from '../../db/open.ts'
import { staffMember } from '../../db/schema.ts'
import { violatesUnique } from '../../db/write.ts'
import { currentContest } from '../contest.ts'
import { nicknameKey } from '../nickname.ts'

export type Member = typeof staffMember.$inferSelect

export interface NewMember {
  name: string
  role: StaffRole
  pinHash: string
}

export const memberView = ({ id, name, role }: Member): StaffMemberView => ({ id, name, role })

/** The crew of today, in the order in which they came. */
export function membersOf(db: Queries): Member[] {
  return db
    .select()
    .from(staffMember)
    .where(isNull(staffMember.removedAt))
    .orderBy(asc(staffMember.createdAt), sql`${staffMember}.rowid`)
    .all()
}

/** @throws {GameError} `staff-unknown`, also once they are removed. */
export function requireMember(db: Queries, id: string): Member {
  const row = db.select().from(staffMember).where(isMember(id)).get()
  if (!row) throw new GameError('staff-unknown')
  return row
}

/** @throws {GameError} `staff-name-taken`. */
export function insertMember(tx: Queries, member: NewMember, now: Millis): Member {
  const contest = currentContest(tx)
  if (!contest) throw new GameError('no-round')
  return withFreeName(() =>
    tx
      .insert(staffMember)
      .values({ id: nanoid(), contestId: contest.id, ...member, nameKey: nicknameKey(member.name), createdAt: now })
      .returning()
      .get(),
  )
}

/** @throws {GameError} `staff-name-taken`, `last-owner`. */
export function updateMember(tx: Queries, before: Member, change: Partial<NewMember>): Member {
  if (change.role === 'staff') requireAnotherOwner(tx, before)
  const nameKey = change.name === undefined ? before.nameKey : nicknameKey(change.name)
  return withFreeName(() =>
    tx
      .update(staffMember)
      .set({ ...change, nameKey })
      .where(isMember(before.id))
      .returning()
      .get(),
  )
}

/** The name stays, for the audit log, and is free again. @throws {GameError} `last-owner`. */
export function removeMember(tx: Queries, member: Member, now: Millis): void {
  requireAnotherOwner(tx, member)
  tx.update(staffMember).set({ removedAt: now, nameKey: null }).where(isMember(member.id)).run()
}

/** Somebody must stay who can let others in. */
function requireAnotherOwner(tx: Queries, member: Member): void {
  const isOwner = ({ role }: Member) => role === 'owner'
  if (isOwner(member) && membersOf(tx).filter(isOwner).length === 1) throw new GameError('last-owner')
}

function withFreeName<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw violatesUnique(error, 'staff_member.name_key') ? new GameError('staff-name-taken') : error
  }
}

const isMember = (id: string) => and(eq(staffMember.id, id), isNull(staffMember.removedAt))
