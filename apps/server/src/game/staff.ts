import { GameError } from '@dabble/api'
import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db, Queries } from '../db/open.ts'
import { pairingCode, picture, staffDevice } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { record } from './audit.ts'
import { hashCode, newPairingCode } from './codes.ts'
import { countWrongCode, lockedOutMs } from './wrong-codes.ts'

const validMs = 24 * 3_600_000

/** A code that pairs one device, once, within 24 hours; in clear only here. */
export function issuePairingCode(db: Db, now: number): string {
  const code = newPairingCode()
  write(db, tx => {
    tx.delete(pairingCode)
      .where(and(isNull(pairingCode.usedAt), lt(pairingCode.expiresAt, now)))
      .run()
    tx.insert(pairingCode)
      .values({ hash: hashCode(code), createdAt: now, expiresAt: now + validMs })
      .run()
  })
  return code
}

/**
 * Makes a device one of the staff's. Returns its id.
 * @throws {GameError} `pairing-code-unknown` (also: used, expired); `too-many-requests` after ten wrong ones within an hour.
 */
export function pairDevice(db: Db, code: string, deviceId: string, now: number): string {
  // Returned, not thrown: a wrong guess is counted, and a transaction that throws counts nothing.
  const refusal = write(db, tx => {
    const lockedMs = lockedOutMs(tx, 'pairing', deviceId, now)
    if (lockedMs > 0) return new GameError('too-many-requests', { seconds: Math.ceil(lockedMs / 1000) })
    const usable = and(eq(pairingCode.hash, hashCode(code)), isNull(pairingCode.usedAt), gt(pairingCode.expiresAt, now))
    if (tx.update(pairingCode).set({ usedAt: now }).where(usable).run().changes === 0) {
      countWrongCode(tx, 'pairing', deviceId, now)
      return new GameError('pairing-code-unknown')
    }
    tx.insert(staffDevice).values({ id: deviceId, pairedAt: now }).onConflictDoNothing().run()
    record(tx, { at: now, author: deviceId, action: 'device.pair', subject: deviceId, reason: 'pairing code' })
    return null
  })
  if (refusal) throw refusal
  return deviceId
}

export function isPaired(db: Queries, deviceId: string): boolean {
  return db.select().from(staffDevice).where(eq(staffDevice.id, deviceId)).get() !== undefined
}

/** What staff do to a picture, by the hash of its file: whichever prompts drew the same bytes. */
export interface Screening {
  hash: string
  reason: string
  /** The staff device. */
  author: string
}

/** Takes a picture off the network. @throws {GameError} `picture-unknown`. */
export function hidePicture(db: Db, deed: Screening, now: number): void {
  write(db, tx => {
    requirePicture(tx, deed.hash)
    const shown = and(eq(picture.hash, deed.hash), isNull(picture.hiddenAt))
    const { changes } = tx.update(picture).set({ hiddenAt: now }).where(shown).run()
    if (changes > 0) record(tx, screened('picture.hide', deed, now))
  })
}

/** Lets the public see a picture, which was hidden or not yet screened. @throws {GameError} `picture-unknown`. */
export function showPicture(db: Db, deed: Screening, now: number): void {
  write(db, tx => {
    requirePicture(tx, deed.hash)
    const held = and(eq(picture.hash, deed.hash), or(isNotNull(picture.hiddenAt), isNull(picture.screenedAt)))
    const screenedAt = sql`coalesce(${picture.screenedAt}, ${now})`
    const { changes } = tx.update(picture).set({ hiddenAt: null, screenedAt }).where(held).run()
    if (changes > 0) record(tx, screened('picture.show', deed, now))
  })
}

function requirePicture(tx: Queries, hash: string): void {
  const known = tx.select({ id: picture.id }).from(picture).where(eq(picture.hash, hash)).limit(1).get()
  if (!known) throw new GameError('picture-unknown')
}

const screened = (action: 'picture.hide' | 'picture.show', { hash, reason, author }: Screening, at: number) => ({
  at,
  author,
  action,
  subject: hash,
  reason,
})
