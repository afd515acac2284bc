import { GameError, type Millis } from '@dabble/api'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Queries } from '../../db/open.ts'
import { award, player, prize } from '../../db/schema.ts'
import { violatesUnique } from '../../db/write.ts'
import { newClaimCode } from '../codes.ts'
import type { Player } from '../player.ts'
import type { Award, Prize } from './award-rows.ts'

/** @throws {GameError} `prize-unknown`, also once it is off the list. */
export function requirePrize(tx: Queries, id: string): Prize {
  const row = tx
    .select()
    .from(prize)
    .where(and(eq(prize.id, id), isNull(prize.removedAt)))
    .get()
  if (!row) throw new GameError('prize-unknown')
  return row
}

export interface NewAward extends Pick<Award, 'nonce' | 'reason'> {
  rank?: number | null
  pictureHash?: string | null
  announce?: boolean
  sharedDevice?: boolean
  /** The staff member. */
  author: string
  now: Millis
}

/**
 * Gives one of a prize to somebody who may win it, and takes it from the stock. What two screens must not both do is refused by
 * the indexes of the table; only a device is looked up here, because staff may say that it is shared.
 * @throws {GameError} `already-awarded`, `device-awarded`, `rank-awarded`, `prize-gone`; the transaction must end then.
 */
export function insertAward(tx: Queries, given: Prize, winner: Player, input: NewAward): Award {
  const { nonce, reason, rank = null, pictureHash = null, announce = false, sharedDevice = false, author, now } = input
  const { id: prizeId, kind } = given
  const perDevice = kind === 'participation' && !sharedDevice
  const inserted = insert(tx, winner, {
    id: nanoid(),
    prizeId,
    playerId: winner.id,
    kind,
    deviceId: perDevice ? winner.deviceId : null,
    rank,
    reason,
    pictureHash,
    nonce,
    author,
    at: now,
    // Ranks are for the ceremony: nothing says them beforehand.
    announcedAt: announce && (kind === 'spot' || kind === 'draw') ? now : null,
  })
  if (perDevice && deviceHadOne(tx, inserted)) throw new GameError('device-awarded')
  takeFromStock(tx, prizeId)
  return inserted
}

function insert(tx: Queries, winner: Player, values: Omit<typeof award.$inferInsert, 'claimCode'>): Award {
  for (;;) {
    try {
      return tx
        .insert(award)
        .values({ ...values, claimCode: newClaimCode() })
        .returning()
        .get()
    } catch (error) {
      if (violatesUnique(error, 'award.claim_code')) continue
      if (violatesUnique(error, 'award.rank')) throw new GameError('rank-awarded')
      if (violatesUnique(error, 'award.player_id')) throw new GameError('already-awarded')
      if (violatesUnique(error, 'award.device_id')) {
        throw new GameError(hasParticipation(tx, winner.id) ? 'already-awarded' : 'device-awarded')
      }
      throw error
    }
  }
}

/** Whether a player has a participation prize. */
export function hasParticipation(db: Queries, playerId: string): boolean {
  const standing = and(eq(award.playerId, playerId), eq(award.kind, 'participation'), isNull(award.undoneAt))
  return db.select({ id: award.id }).from(award).where(standing).get() !== undefined
}

/** Whether another player of the same device has a participation prize, shared or not, still here or gone. */
export function deviceHadOne(tx: Queries, { playerId, deviceId }: Pick<Award, 'playerId' | 'deviceId'>): boolean {
  const one = tx.get<{ id: string } | undefined>(sql`
    select ${award}.id from ${award} join ${player} on ${player}.id = ${award}.player_id
    where ${award}.kind = 'participation' and ${award}.undone_at is null
      and ${award}.player_id <> ${playerId} and ${player}.device_id = ${deviceId}
    limit 1`)
  return one !== undefined
}

function takeFromStock(tx: Queries, prizeId: string): void {
  const left = and(eq(prize.id, prizeId), lt(prize.given, prize.stock))
  const { changes } = tx
    .update(prize)
    .set({ given: sql`${prize.given} + 1` })
    .where(left)
    .run()
  if (changes === 0) throw new GameError('prize-gone')
}

export function backIntoStock(tx: Queries, prizeId: string): void {
  tx.update(prize)
    .set({ given: sql`${prize.given} - 1` })
    .where(eq(prize.id, prizeId))
    .run()
}
