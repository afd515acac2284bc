import type { Millis, StaffActor, StaffRole } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { insertMember, type Member, type NewMember, removeMember, requireMember, updateMember } from './member.ts'
import { endSessionsOf, requireStillOwner } from './session.ts'

/** @throws {GameError} `staff-name-taken`, `not-owner`. */
export function addMember(db: Db, member: NewMember, by: StaffActor, now: Millis): Member {
  return write(db, tx => {
    requireStillOwner(tx, by, now)
    const added = insertMember(tx, member, now)
    record(tx, { at: now, author: by.id, action: 'crew.add', subject: added.id, reason: member.role })
    return added
  })
}

/**
 * Whoever is demoted, or gets a new PIN from somebody else, has to unlock their devices again.
 * @throws {GameError} `staff-unknown`, `staff-name-taken`, `last-owner`, `not-owner`.
 */
export function changeMember(
  db: Db,
  { id, ...change }: { id: string } & Partial<NewMember>,
  by: StaffActor,
  now: Millis,
): Member {
  return write(db, tx => {
    requireStillOwner(tx, by, now)
    const before = requireMember(tx, id)
    const after = updateMember(tx, before, change)
    const did = (action: 'crew.rename' | 'crew.role' | 'crew.pin', reason: string) =>
      record(tx, { at: now, author: by.id, action, subject: id, reason })
    if (after.name !== before.name) did('crew.rename', `${before.name} → ${after.name}`)
    if (after.role !== before.role) did('crew.role', `${before.role} → ${after.role}`)
    if (after.pinHash !== before.pinHash) did('crew.pin', '')
    if (isDemotion(before.role, after.role)) endSessionsOf(tx, id)
    else if (after.pinHash !== before.pinHash) endSessionsOf(tx, id, by.deviceId)
    return after
  })
}

/** Their devices lock at once. @throws {GameError} `staff-unknown`, `last-owner`, `not-owner`. */
export function dismissMember(db: Db, id: string, by: StaffActor, now: Millis): void {
  write(db, tx => {
    requireStillOwner(tx, by, now)
    const member = requireMember(tx, id)
    removeMember(tx, member, now)
    endSessionsOf(tx, id)
    record(tx, { at: now, author: by.id, action: 'crew.remove', subject: id, reason: member.name })
  })
}

/** For a PIN that is forgotten, from the box itself; devices that were unlocked with it lock. @throws {GameError} `staff-unknown`. */
export function resetPin(db: Db, id: string, pinHash: string, now: Millis): void {
  write(db, tx => {
    updateMember(tx, requireMember(tx, id), { pinHash })
    endSessionsOf(tx, id)
    record(tx, { at: now, author: 'system', action: 'crew.pin', subject: id, reason: '' })
  })
}

const isDemotion = (before: StaffRole, after: StaffRole) => before === 'owner' && after === 'staff'
