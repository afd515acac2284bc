import { GameError, type Millis, type StaffActor } from '@dabble/api'
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { player, rebindCode } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import { hashCode, newRebindCode } from '../codes.ts'
import type { Player } from '../player.ts'
import { countWrongCode, lockedOutMs } from '../wrong-codes.ts'

const validMs = 900_000

/** A one-time way back for somebody who lost their phone, in clear only here. @throws {GameError} `player-unknown`. */
export function issueRebindCode(
  db: Db,
  { id, reason }: { id: string; reason: string },
  by: StaffActor,
  now: Millis,
): { code: string; expiresAt: Millis } {
  const code = newRebindCode()
  const expiresAt = now + validMs
  return write(db, tx => {
    const { length } = tx.select().from(player).where(isHere(id)).all()
    if (length === 0) throw new GameError('player-unknown')
    tx.delete(rebindCode).where(lt(rebindCode.expiresAt, now)).run()
    tx.insert(rebindCode)
      .values({ hash: hashCode(code), playerId: id, createdAt: now, expiresAt })
      .run()
    record(tx, { at: now, author: by.id, action: 'player.rebind', subject: id, reason })
    return { code, expiresAt }
  })
}

/**
 * The player whom a code brings back: once, on the device that comes first, which may ask again when the answer was lost. What
 * they had before, recovery code and other phones, stays good.
 * @throws {GameError} `rebind-code-unknown` (also: used, expired, left); `too-many-requests` after ten wrong ones within an hour.
 */
export function rebindPlayer(db: Db, code: string, deviceId: string, now: Millis): Player {
  // Returned, not thrown: a wrong guess is counted, and a transaction that throws counts nothing.
  const found = write(db, tx => {
    const lockedMs = lockedOutMs(tx, 'rebind', deviceId, now)
    if (lockedMs > 0) return new GameError('too-many-requests', { seconds: Math.ceil(lockedMs / 1000) })
    const back = useCode(tx, hashCode(code), deviceId, now)
    if (back) return back
    countWrongCode(tx, 'rebind', deviceId, now)
    return new GameError('rebind-code-unknown')
  })
  if (found instanceof GameError) throw found
  return found
}

function useCode(tx: Queries, hash: string, deviceId: string, now: Millis): Player | null {
  const usable = and(
    eq(rebindCode.hash, hash),
    gt(rebindCode.expiresAt, now),
    or(isNull(rebindCode.usedAt), eq(rebindCode.usedBy, deviceId)),
  )
  const known = tx.select().from(rebindCode).where(usable).get()
  const back = known && tx.select().from(player).where(isHere(known.playerId)).get()
  if (!back) return null
  if (known.usedAt === null) {
    tx.update(rebindCode).set({ usedAt: now, usedBy: deviceId }).where(eq(rebindCode.hash, hash)).run()
    record(tx, { at: now, author: back.id, action: 'player.return', subject: back.id, reason: '' })
  }
  return back
}

const isHere = (playerId: string) => and(eq(player.id, playerId), isNull(player.erasedAt))
