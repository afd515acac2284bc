import { GameError, type Language, type PlayerView } from '@dabble/api'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Db, Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { player } from '../db/schema.ts'
import { violatesUnique, write } from '../db/write.ts'
import { record } from './audit.ts'
import { hashCode, newRecoveryCode } from './codes.ts'
import { nicknameKey } from './nickname.ts'
import { countWrongCode, lockedOutMs } from './wrong-codes.ts'

export type Player = typeof player.$inferSelect

/** @throws {GameError} `not-joined` when there is no such player, or no longer. */
export function requirePlayer(db: Queries, playerId: string): Player {
  const row = playing(db).get({ playerId })
  if (!row) throw new GameError('not-joined')
  return row
}

/** False for somebody who never joined, or has left: their phone may still be watching. */
export function isHere(db: Queries, playerId: string): boolean {
  return playing(db).get({ playerId }) !== undefined
}

/**
 * The player whom a recovery code belongs to.
 * @throws {GameError} `recovery-code-unknown`; `recovery-too-many` after ten wrong ones from a device within an hour.
 */
export function resumePlayer(db: Db, recoveryCode: string, deviceId: string, now: number): Player {
  // Returned, not thrown: a wrong guess is counted, and a transaction that throws counts nothing.
  const found = write(db, tx => {
    const lockedMs = lockedOutMs(tx, 'recovery', deviceId, now)
    if (lockedMs > 0) return new GameError('recovery-too-many', { seconds: Math.ceil(lockedMs / 1000) })
    const row = tx
      .select()
      .from(player)
      .where(eq(player.recoveryHash, hashCode(recoveryCode)))
      .get()
    if (row) return row
    countWrongCode(tx, 'recovery', deviceId, now)
    return new GameError('recovery-code-unknown')
  })
  if (found instanceof GameError) throw found
  return found
}

/**
 * By the player, or by staff with a reason.
 * @throws {GameError} `nickname-taken`.
 */
export function renamePlayer(
  db: Db,
  playerId: string,
  nickname: string,
  now: number,
  { author, reason }: { author: string; reason: string } = { author: playerId, reason: '' },
): Player {
  return write(db, tx => {
    const before = requirePlayer(tx, playerId)
    if (before.nickname === nickname) return before
    const after = withFreeNickname(() =>
      tx
        .update(player)
        .set({ nickname, nicknameKey: nicknameKey(nickname) })
        .where(isPlaying(playerId))
        .returning()
        .get(),
    )
    const names = `${before.nickname} → ${nickname}`
    const why = reason ? `${names}: ${reason}` : names
    record(tx, { at: now, author, action: 'player.rename', subject: playerId, reason: why })
    return after
  })
}

export function setPlayerLanguage(db: Db, playerId: string, language: Language): Player {
  return write(db, tx => {
    tx.update(player).set({ language }).where(isPlaying(playerId)).run()
    return requirePlayer(tx, playerId)
  })
}

/** Makes the old recovery code worthless and returns a new one, which is known in clear only here. */
export function replaceRecoveryCode(db: Db, playerId: string): string {
  return write(db, tx => {
    requirePlayer(tx, playerId)
    const code = newRecoveryCode()
    tx.update(player)
      .set({ recoveryHash: hashCode(code) })
      .where(eq(player.id, playerId))
      .run()
    return code
  })
}

/** Runs a write of a nickname; the UNIQUE index decides. */
export function withFreeNickname<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw violatesUnique(error, 'player.nickname_key') ? new GameError('nickname-taken') : error
  }
}

export function playerView(player: Player): PlayerView {
  const { id, nickname, language, playerCode, ghost, mutedAt, disqualifiedAt } = player
  return { id, nickname, language, playerCode, ghost, muted: mutedAt !== null, disqualified: disqualifiedAt !== null }
}

const isPlaying = (playerId: string | SQL) => and(eq(player.id, playerId), isNull(player.erasedAt))

const playing = prepared(db =>
  db
    .select()
    .from(player)
    .where(isPlaying(given('playerId')))
    .prepare(),
)
