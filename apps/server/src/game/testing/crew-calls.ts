import type { StaffActor } from '@dabble/api'
import type { Db } from '../../db/open.ts'
import { dismissMember } from '../staff/crew.ts'
import { disqualify } from '../staff/player-deeds.ts'
import { rebindPlayer } from '../staff/rebind.ts'
import { setUpOwner, unlockDevice } from '../staff/unlock.ts'
import { pins } from './booth.ts'
import { start } from './fixture.ts'

/** What several threads do at once: each `call` names one of the functions below. */
export const call = (name: keyof typeof calls, ...args: unknown[]) => ({ module: import.meta.url, name, args })

const now = () => start

export const setUp = (db: Db, name: string, deviceId: string) =>
  setUpOwner(db, pins, { name, pin: '1234' }, deviceId, now).then(() => name)

export const unlock = (db: Db, memberId: string, pin: string, deviceId: string) =>
  unlockDevice(db, pins, { memberId, pin }, deviceId, now).then(() => 'unlocked')

export const dismiss = (db: Db, id: string, by: StaffActor) => dismissMember(db, id, by, start)

export const rebind = (db: Db, code: string, deviceId: string) => rebindPlayer(db, code, deviceId, start).id

export const ban = (db: Db, id: string, by: StaffActor) => disqualify(db, { id, on: true, reason: 'x' }, by, start)

const calls = { setUp, unlock, dismiss, rebind, ban }
