import type { StaffActor } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import { dismissMember } from '../staff/crew.ts'
import { disqualify } from '../staff/player-deeds.ts'
import { rebindPlayer } from '../staff/rebind.ts'
import { setUpOwner, unlockDevice } from '../staff/unlock.ts'
import { pins } from './pins.ts'

/** What several threads do at once: each `call` names one of the functions below. Imports little, because every thread loads it. */
export const call = (name: keyof typeof calls, ...args: unknown[]) => ({ module: import.meta.url, name, args })

export const setUp = (db: Db, now: number, name: string, deviceId: string) =>
  setUpOwner(db, pins, { name, pin: '1234' }, deviceId, () => now).then(() => name)

export const unlock = (db: Db, now: number, memberId: string, pin: string, deviceId: string) =>
  unlockDevice(db, pins, { memberId, pin }, deviceId, () => now).then(() => 'unlocked')

export const dismiss = (db: Db, now: number, id: string, by: StaffActor) => dismissMember(db, id, by, now)

export const rebind = (db: Db, now: number, code: string, deviceId: string) => rebindPlayer(db, code, deviceId, now).id

export const ban = (db: Db, now: number, id: string, by: StaffActor) =>
  disqualify(db, { id, on: true, reason: 'x' }, by, now)

const calls = { setUp, unlock, dismiss, rebind, ban }
