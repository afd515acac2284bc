import { GameError, type Language } from '@dabble/api'
import { and, eq, gt, isNull, notExists, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Db, Queries } from '../db/open.ts'
import { entry, player } from '../db/schema.ts'
import { violatesUnique, write } from '../db/write.ts'
import { hashCode, newPlayerCode, newRecoveryCode } from './codes.ts'
import { nicknameKey } from './nickname.ts'
import { type Player, withFreeNickname } from './player.ts'

/** Joins of one device: a tablet that is passed around is fine, a name-squatting script is not. */
const joinLimits = { perHour: 5, inTotal: 20 }
/** How long a phone may ask again for the answer to its join. */
const askAgainMs = 60_000

export interface NewPlayer {
  contestId: string
  deviceId: string
  nickname: string
  language: Language
}

/**
 * A new player, with the recovery code in clear. A device that joins again within a minute with the same nickname gets the
 * same player, as long as it has not played: its first answer was lost.
 * @throws {GameError} `nickname-taken`, `device-join-limit`.
 */
export function joinPlayer(db: Db, input: NewPlayer, now: number): { player: Player; recoveryCode: string } {
  const recoveryCode = newRecoveryCode()
  const recoveryHash = hashCode(recoveryCode)
  return write(db, tx => {
    const unanswered = unansweredJoin(tx, input, now)
    if (unanswered) {
      return {
        player: tx.update(player).set({ recoveryHash }).where(eq(player.id, unanswered)).returning().get(),
        recoveryCode,
      }
    }
    if (joinsOf(tx, input.deviceId, now - 3_600_000) >= joinLimits.perHour) throw new GameError('device-join-limit')
    if (joinsOf(tx, input.deviceId, 0) >= joinLimits.inTotal) throw new GameError('device-join-limit')
    const joined = withFreeNickname(() => insertPlayer(tx, input, recoveryHash, now))
    return { player: joined, recoveryCode }
  })
}

function insertPlayer(tx: Queries, input: NewPlayer, recoveryHash: string, now: number): Player {
  const key = nicknameKey(input.nickname)
  for (;;) {
    try {
      return tx
        .insert(player)
        .values({
          ...input,
          id: nanoid(),
          nicknameKey: key,
          playerCode: newPlayerCode(),
          recoveryHash,
          consentAt: now,
          createdAt: now,
        })
        .returning()
        .get()
    } catch (error) {
      if (!violatesUnique(error, 'player.player_code')) throw error
    }
  }
}

function unansweredJoin(
  tx: Queries,
  { contestId, deviceId, nickname, language }: NewPlayer,
  now: number,
): string | null {
  const played = tx.select({ id: entry.id }).from(entry).where(eq(entry.playerId, player.id))
  const same = and(
    eq(player.contestId, contestId),
    eq(player.deviceId, deviceId),
    eq(player.nickname, nickname),
    eq(player.language, language),
    gt(player.createdAt, now - askAgainMs),
    isNull(player.erasedAt),
    notExists(played),
  )
  return tx.select({ id: player.id }).from(player).where(same).get()?.id ?? null
}

/** Players made by a device since then, whether they have left or not. */
function joinsOf(tx: Queries, deviceId: string, since: number): number {
  const made = and(eq(player.deviceId, deviceId), gt(player.createdAt, since))
  return tx.select({ count: sql<number>`count(*)` }).from(player).where(made).get()?.count ?? 0
}
