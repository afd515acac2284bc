import { GameError, type Millis, type StaffActor } from '@dabble/api'
import type { Db, Queries } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import type { GameDeps } from '../game.ts'
import { countWrongCode, lockedOutMs } from '../wrong-codes.ts'
import { insertMember, type Member, membersOf, requireMember, updateMember } from './member.ts'
import { requirePaired } from './pairing.ts'
import { endSessionsOf, sessionOf, startSession } from './session.ts'

export type Pins = GameDeps['pins']

/**
 * Makes the first owner, and unlocks the device for them. Whoever comes second is told so.
 * @throws {GameError} `not-staff`, `owner-exists`.
 */
export async function setUpOwner(
  db: Db,
  pins: Pins,
  { name, pin }: { name: string; pin: string },
  deviceId: string,
  now: () => Millis,
): Promise<void> {
  const requireFirst = (tx: Queries) => {
    requirePaired(tx, deviceId)
    if (membersOf(tx).length > 0) throw new GameError('owner-exists')
  }
  requireFirst(db)
  const pinHash = await pins.hash(pin)
  write(db, tx => {
    requireFirst(tx)
    const { id } = insertMember(tx, { name, role: 'owner', pinHash }, now())
    startSession(tx, deviceId, id, now())
    record(tx, { at: now(), author: id, action: 'crew.set-up', subject: id, reason: name })
    record(tx, { at: now(), author: id, action: 'device.unlock', subject: deviceId, reason: '' })
  })
}

/** @throws {GameError} `not-staff`, `staff-unknown`, `pin-wrong`, `pin-too-many`. */
export async function unlockDevice(
  db: Db,
  pins: Pins,
  { memberId, pin }: { memberId: string; pin: string },
  deviceId: string,
  now: () => Millis,
): Promise<void> {
  requirePaired(db, deviceId)
  await withPin(db, pins, { memberId, pin, deviceId, now }, tx => {
    requirePaired(tx, deviceId)
    startSession(tx, deviceId, memberId, now())
    record(tx, { at: now(), author: memberId, action: 'device.unlock', subject: deviceId, reason: '' })
  })
}

/**
 * A member's own new PIN; other devices that they have unlocked are locked.
 * @throws {GameError} `pin-wrong`, `pin-too-many`; `staff-locked` where the device was taken from them meanwhile.
 */
export async function changeOwnPin(
  db: Db,
  pins: Pins,
  { oldPin, pin }: { oldPin: string; pin: string },
  { id, deviceId }: StaffActor,
  now: () => Millis,
): Promise<void> {
  const pinHash = await pins.hash(pin)
  await withPin(db, pins, { memberId: id, pin: oldPin, deviceId, now }, (tx, member) => {
    if (sessionOf(tx, deviceId, now())?.memberId !== id) throw new GameError('staff-locked')
    updateMember(tx, member, { pinHash })
    endSessionsOf(tx, id, deviceId)
    record(tx, { at: now(), author: id, action: 'crew.pin', subject: id, reason: '' })
  })
}

/**
 * Runs a transaction for whoever knows a member's PIN. The PIN is verified before it, because that takes long; what was true
 * then is looked at again inside: of many guesses sent at once, all but the first five are refused whether right or wrong.
 */
async function withPin(
  db: Db,
  pins: Pins,
  guess: { memberId: string; pin: string; deviceId: string; now: () => Millis },
  run: (tx: Queries, member: Member) => void,
): Promise<void> {
  const { memberId, pin, deviceId, now } = guess
  requireMayGuess(db, deviceId, now())
  const { pinHash } = requireMember(db, memberId)
  const right = await pins.verify(pinHash, pin)
  // Returned, not thrown: a wrong guess is counted, and a transaction that throws counts nothing.
  const refusal = write(db, tx => {
    requireMayGuess(tx, deviceId, now())
    const member = requireMember(tx, memberId)
    // A PIN that was changed meanwhile is a wrong one.
    if (!right || member.pinHash !== pinHash) {
      countWrongCode(tx, 'pin', deviceId, now())
      return new GameError('pin-wrong')
    }
    run(tx, member)
    return null
  })
  if (refusal) throw refusal
}

function requireMayGuess(db: Queries, deviceId: string, now: Millis): void {
  const lockedMs = lockedOutMs(db, 'pin', deviceId, now)
  if (lockedMs > 0) throw new GameError('pin-too-many', { seconds: Math.ceil(lockedMs / 1000) })
}
