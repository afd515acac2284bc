import { randomInt } from 'node:crypto'
import { type DrawPool, GameError, type Millis } from '@dabble/api'
import { and, desc, eq } from 'drizzle-orm'
import type { Db, Queries } from '../../db/open.ts'
import { award, entry, picture, player } from '../../db/schema.ts'
import { write } from '../../db/write.ts'
import { record } from '../audit.ts'
import type { Player } from '../player.ts'
import type { Award } from './award-rows.ts'
import { type DrawFrom, drawableFor, requireDrawFrom } from './draw-pool.ts'
import { awardOfNonce, takeBack } from './give.ts'
import { insertAward, requirePrize } from './new-award.ts'
import { requireStanding } from './standing-award.ts'

export interface Draw {
  /** Made by the screen. */
  nonce: string
  /** Null: whoever played in the current round. */
  windowId: string | null
  /** The staff member. */
  author: string
  now: Millis
}

/**
 * Gives one of a prize by lot. The same nonce again answers with the award it made.
 * @throws {GameError} `award-conflict`, `prize-unknown`, `invalid-input` (another kind of prize), `round-unknown`, `no-round`,
 * `nobody-eligible`, `prize-gone`.
 */
export function drawAward(db: Db, prizeId: string, draw: Draw): Award {
  return write(db, tx => {
    const known = awardOfNonce(tx, draw.nonce)
    if (known?.prizeId === prizeId && known.kind === 'draw') return known
    if (known) throw new GameError('award-conflict')
    return drawOne(tx, prizeId, draw)
  })
}

/**
 * The winner was called and is not there: takes the award back for good and draws another, or does neither.
 * @throws {GameError} `award-unknown`, `award-undone`, `award-claimed`, and as `drawAward`.
 */
export function redrawAward(db: Db, awardId: string, draw: Draw): Award {
  return write(db, tx => {
    const { author, now } = draw
    const old = tx.select().from(award).where(eq(award.id, awardId)).get()
    const known = awardOfNonce(tx, draw.nonce)
    if (known && old?.absent && known.prizeId === old.prizeId && known.id !== awardId) return known
    if (known) throw new GameError('award-conflict')
    const { prizeId, kind } = requireStanding(tx, old)
    if (kind !== 'draw') throw new GameError('invalid-input')
    takeBack(tx, old as Award, { author, now, absent: true })
    record(tx, { at: now, author, action: 'award.redraw', subject: awardId, reason: '' })
    return drawOne(tx, prizeId, draw)
  })
}

/** Any of them, each as likely as the others. */
export function pick<T>(all: readonly T[]): T | undefined {
  return all.length === 0 ? undefined : all[randomInt(all.length)]
}

/** How many could be drawn now. @throws {GameError} `prize-unknown`, `round-unknown`, `no-round`. */
export function drawPool(db: Queries, { prizeId, windowId }: { prizeId: string; windowId: string | null }): DrawPool {
  requirePrize(db, prizeId)
  const absent = db
    .selectDistinct({ id: award.playerId })
    .from(award)
    .where(and(eq(award.prizeId, prizeId), eq(award.absent, true)))
    .all()
  return { eligible: drawableFor(db, prizeId, requireDrawFrom(db, windowId)).length, absent: absent.length }
}

function drawOne(tx: Queries, prizeId: string, { nonce, windowId, author, now }: Draw): Award {
  const prize = requirePrize(tx, prizeId)
  if (prize.kind !== 'draw') throw new GameError('invalid-input')
  const from = requireDrawFrom(tx, windowId)
  const pool = drawableFor(tx, prizeId, from)
  const drawn = pick(pool)
  if (drawn === undefined) throw new GameError('nobody-eligible')
  const winner = tx.select().from(player).where(eq(player.id, drawn)).get() as Player
  const pictureHash = bestPicture(tx, winner.id, from)
  const given = insertAward(tx, prize, winner, { nonce, reason: '', pictureHash, announce: true, author, now })
  record(tx, { at: now, author, action: 'award.draw', subject: given.id, reason: `1/${pool.length}` })
  return given
}

/** What the big screen shows of whoever was drawn. */
function bestPicture(tx: Queries, playerId: string, { roundId }: DrawFrom): string | null {
  const best = tx
    .select({ hash: picture.hash })
    .from(entry)
    .innerJoin(picture, eq(picture.id, entry.pictureId))
    .where(and(eq(entry.roundId, roundId), eq(entry.playerId, playerId), eq(entry.state, 'done')))
    .orderBy(desc(entry.similarity), entry.sequence)
    .limit(1)
    .get()
  return best?.hash ?? null
}
