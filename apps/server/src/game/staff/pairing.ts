import { GameError, type Millis } from '@dabble/api'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { pairingCode, staffDevice } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { hashCode, newPairingCode } from '../codes.ts'
import { countWrongCode, lockedOutMs } from '../wrong-codes.ts'

/** The first code of a new box waits for whoever sets it up; later ones are made when the device is at hand. */
export const pairingValidMs = { first: 24 * 3_600_000, invited: 600_000 } as const

/** A code that pairs one device, once, within so many milliseconds; in clear only here. */
export function issuePairingCode(db: Db, now: Millis, validMs: number): { code: string; expiresAt: Millis } {
  return write(db, tx => newPairing(tx, now, validMs))
}

export function newPairing(tx: Queries, now: Millis, validMs: number): { code: string; expiresAt: Millis } {
  const code = newPairingCode()
  const expiresAt = now + validMs
  tx.delete(pairingCode)
    .where(and(isNull(pairingCode.usedAt), lt(pairingCode.expiresAt, now)))
    .run()
  tx.insert(pairingCode)
    .values({ hash: hashCode(code), createdAt: now, expiresAt })
    .run()
  return { code, expiresAt }
}

/** Opens the staff screens and pairs the device that opens it. */
export const pairingUrl = (publicUrl: string, code: string): string => `${publicUrl}/staff?pair=${code}`

/**
 * Makes a device one of the staff's; one that is already keeps the code for another.
 * @throws {GameError} `pairing-code-unknown` (also: used, expired); `too-many-requests` after ten wrong ones within an hour.
 */
export function pairDevice(db: Db, code: string, deviceId: string, now: Millis): void {
  // Returned, not thrown: a wrong guess is counted, and a transaction that throws counts nothing.
  const refusal = write(db, tx => {
    if (isPaired(tx, deviceId)) return null
    const lockedMs = lockedOutMs(tx, 'pairing', deviceId, now)
    if (lockedMs > 0) return new GameError('too-many-requests', { seconds: Math.ceil(lockedMs / 1000) })
    const usable = and(eq(pairingCode.hash, hashCode(code)), isNull(pairingCode.usedAt), gt(pairingCode.expiresAt, now))
    if (tx.update(pairingCode).set({ usedAt: now }).where(usable).run().changes === 0) {
      countWrongCode(tx, 'pairing', deviceId, now)
      return new GameError('pairing-code-unknown')
    }
    tx.insert(staffDevice).values({ id: deviceId, pairedAt: now }).run()
    record(tx, { at: now, author: deviceId, action: 'device.pair', subject: deviceId, reason: '' })
    return null
  })
  if (refusal) throw refusal
}

export function isPaired(db: Queries, deviceId: string): boolean {
  return db.select().from(staffDevice).where(eq(staffDevice.id, deviceId)).get() !== undefined
}

/** @throws {GameError} `not-staff`. */
export function requirePaired(db: Queries, deviceId: string): void {
  if (!isPaired(db, deviceId)) throw new GameError('not-staff')
}
