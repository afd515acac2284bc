import type { StaffActor, StaffRole } from '@dabble/api'
import { nanoid } from 'nanoid'
import { write } from '../../db/write.ts'
import { insertMember } from '../staff/member.ts'
import { issuePairingCode, pairDevice, pairingValidMs } from '../staff/pairing.ts'
import { startSession } from '../staff/session.ts'
import type { Fixture } from './fixture.ts'
import { pins } from './pins.ts'

/** The PIN of everybody in these tests. */
export const pin = '1234'

export function pair({ db, now }: Fixture, deviceId: string): void {
  pairDevice(db, issuePairingCode(db, now, pairingValidMs.invited).code, deviceId, now)
}

/** Somebody of the crew at a paired device that they have unlocked. */
export async function actorOf(
  fixture: Fixture,
  role: StaffRole = 'owner',
  deviceId: string = nanoid(),
): Promise<StaffActor> {
  const { db, now } = fixture
  pair(fixture, deviceId)
  const pinHash = await pins.hash(pin)
  return write(db, tx => {
    const { id, name } = insertMember(tx, { name: `${role} ${nanoid(6)}`, role, pinHash }, now)
    startSession(tx, deviceId, id, now)
    return { id, name, role, deviceId }
  })
}
