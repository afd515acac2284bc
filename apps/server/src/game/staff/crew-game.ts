import { GameError, type StaffCrew, type StaffStatus } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import { currentContest } from '../contest.ts'
import type { GameDeps } from '../game.ts'
import { addMember, changeMember, dismissMember } from './crew.ts'
import { devicesOf, inviteDevice, nameDevice, unpairDevice } from './devices.ts'
import { membersOf, memberView } from './member.ts'
import { isPaired, pairDevice, requirePaired } from './pairing.ts'
import { endSession, keepUnlocked, sessionOf } from './session.ts'
import { changeOwnPin, setUpOwner, unlockDevice } from './unlock.ts'

/** Who works here, and at which devices. */
export function crewGame(db: Db, { now, pins, joinUrl }: GameDeps): StaffCrew {
  const status = (deviceId: string): StaffStatus => {
    const autoLockMs = currentContest(db)?.autoLockMs ?? 0
    if (!isPaired(db, deviceId)) return { paired: false, needsOwner: false, member: null, members: [], autoLockMs }
    const members = membersOf(db).map(memberView)
    const session = sessionOf(db, deviceId, now())
    return {
      paired: true,
      needsOwner: members.length === 0,
      member: session && memberView(session.member),
      members,
      autoLockMs,
    }
  }
  return {
    status,
    actor(deviceId, byHand) {
      const session = sessionOf(db, deviceId, now())
      if (!session) {
        requirePaired(db, deviceId)
        throw new GameError('staff-locked')
      }
      if (byHand) keepUnlocked(db, session, now())
      return { ...memberView(session.member), deviceId }
    },
    pair(code, deviceId) {
      pairDevice(db, code, deviceId, now())
      return status(deviceId)
    },
    async setUp(input, deviceId) {
      await setUpOwner(db, pins, input, deviceId, now)
      return status(deviceId)
    },
    async unlock(input, deviceId) {
      await unlockDevice(db, pins, input, deviceId, now)
      return status(deviceId)
    },
    lock(deviceId) {
      endSession(db, deviceId)
      return status(deviceId)
    },
    touch: by => status(by.deviceId),
    changePin: (input, by) => changeOwnPin(db, pins, input, by, now),
    members: () => membersOf(db).map(memberView),
    async add({ pin, ...member }, by) {
      const pinHash = await pins.hash(pin)
      return memberView(addMember(db, { ...member, pinHash }, by, now()))
    },
    async change({ pin, ...change }, by) {
      const pinHash = pin === undefined ? {} : { pinHash: await pins.hash(pin) }
      return memberView(changeMember(db, { ...change, ...pinHash }, by, now()))
    },
    remove: (id, by) => dismissMember(db, id, by, now()),
    devices: by => devicesOf(db, by.deviceId, now()),
    nameDevice: (input, by) => nameDevice(db, input, by, now()),
    unpair: (id, by) => unpairDevice(db, id, by, now()),
    invite: by => inviteDevice(db, joinUrl(), by, now()),
  }
}
