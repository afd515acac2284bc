import type { Millis, PairingView, StaffActor, StaffDeviceView } from '@dabble/api'
import { asc, eq } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { staffDevice } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { newPairing, pairingUrl, pairingValidMs } from './pairing.ts'
import { sessionOf } from './session.ts'

/** Paired devices, the first one first. */
export function devicesOf(db: Queries, ownId: string, now: Millis): StaffDeviceView[] {
  return db
    .select()
    .from(staffDevice)
    .orderBy(asc(staffDevice.pairedAt), asc(staffDevice.id))
    .all()
    .map(device => ({
      ...device,
      member: sessionOf(db, device.id, now)?.member.name ?? null,
      own: device.id === ownId,
    }))
}

/** Nothing happens to a device that is paired no more. */
export function nameDevice(db: Db, { id, name }: { id: string; name: string }, by: StaffActor, now: Millis): void {
  write(db, tx => {
    if (tx.update(staffDevice).set({ name }).where(eq(staffDevice.id, id)).run().changes === 0) return
    record(tx, { at: now, author: by.id, action: 'device.name', subject: id, reason: name })
  })
}

/** Its session goes with it. */
export function unpairDevice(db: Db, id: string, by: StaffActor, now: Millis): void {
  write(db, tx => {
    if (tx.delete(staffDevice).where(eq(staffDevice.id, id)).run().changes === 0) return
    record(tx, { at: now, author: by.id, action: 'device.unpair', subject: id, reason: '' })
  })
}

/** A one-time way in for another device, in clear only here. */
export function inviteDevice(db: Db, publicUrl: string, by: StaffActor, now: Millis): PairingView {
  return write(db, tx => {
    const { code, expiresAt } = newPairing(tx, now, pairingValidMs.invited)
    record(tx, { at: now, author: by.id, action: 'device.invite', subject: by.deviceId, reason: '' })
    return { code, url: pairingUrl(publicUrl, code), expiresAt }
  })
}
