import { and, eq, isNull } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { award, prizeCode } from '../../db/schema.ts'
import { createFixture, type Fixture, start } from '../testing/fixture.ts'
import { addPrize, claiming, drawing, give, giving, played } from '../testing/prizes.ts'
import { race } from '../testing/race.ts'
import type { Call } from '../testing/racer.ts'
import type { Award } from './award-rows.ts'
import { drawAward } from './draw.ts'
import { addPrizeCodes } from './prize.ts'
import { prizeViewOf } from './prize-view.ts'

const threads = 4
const perKind = 6

/** What every thread does at the same time as the others, and what must be true afterwards of what each got. */
interface Scenario {
  calls: Call[]
  /** `results` are sorted: ids of awards, and refusals. */
  verify(results: string[]): void
}

const call =
  (file: string, name: string) =>
  (...args: unknown[]): Call => ({ module: new URL(file, import.meta.url).href, name, args })
const giveAward = call('give.ts', 'giveAward')
const undoAward = call('give.ts', 'undoAward')
const claimAward = call('claim.ts', 'claimAward')
const handOver = call('claim.ts', 'handOver')
const sendCode = call('send-code.ts', 'sendCode')
const drawOne = call('draw.ts', 'drawAward')
const redraw = call('draw.ts', 'redrawAward')

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const each = (make: (i: number) => Call) => times(threads, make)
const refused = (key: string, count = threads - 1) => expect.arrayContaining(Array(count).fill(key))
const count = (results: string[], key: string) => results.filter(result => result === key).length

const standing = ({ db }: Fixture, prizeId: string): Award[] =>
  db
    .select()
    .from(award)
    .where(and(eq(award.prizeId, prizeId), isNull(award.undoneAt)))
    .all()

const kinds: Record<string, (game: Fixture) => Scenario> = {
  'the last one goes to one of several players'(game) {
    const prize = addPrize(game, 'spot', 1)
    return {
      calls: each(() => giveAward(giving(prize, played(game).id), 'staff', start)),
      verify(results) {
        expect(results).toEqual(refused('prize-gone'))
        expect(standing(game, prize)).toHaveLength(1)
        expect(prizeViewOf(game.db, prize)).toMatchObject({ given: 1, left: 0 })
      },
    }
  },
  'a player gets one of a prize, whatever screen asks'(game) {
    const [prize, kim] = [addPrize(game, 'spot', 9), played(game)]
    return {
      calls: each(() => giveAward(giving(prize, kim.id), 'staff', start)),
      verify(results) {
        expect(results).toEqual(refused('already-awarded'))
        expect(prizeViewOf(game.db, prize).given).toBe(1)
      },
    }
  },
  'one nonce is one award'(game) {
    const prize = addPrize(game, 'spot', 9)
    const input = giving(prize, played(game).id)
    return {
      calls: each(() => giveAward(input, 'staff', start)),
      verify: results => expect(results).toEqual(Array(threads).fill(standing(game, prize)[0]?.id)),
    }
  },
  'a device gets one pouch, whoever brings it'(game) {
    const [prizeId, device] = [addPrize(game, 'participation', 9), nanoid()]
    const asked = () => ({ playerId: played(game, nanoid(12), device).id, prizeId, sharedDevice: false })
    return {
      calls: each(() => handOver(asked(), claiming(game))),
      verify(results) {
        expect(results).toEqual(refused('device-awarded'))
        expect(prizeViewOf(game.db, prizeId)).toMatchObject({ given: 1, claimed: 1 })
      },
    }
  },
  'an award is handed over once'(game) {
    const { claimCode } = give(game, addPrize(game, 'spot', 1), played(game).id)
    return {
      calls: each(() => claimAward(claimCode, claiming(game))),
      verify: results => expect(results).toEqual(refused('award-claimed')),
    }
  },
  'an award is either taken back or handed over'(game) {
    const prize = addPrize(game, 'spot', 1)
    const { id, claimCode } = give(game, prize, played(game).id)
    return {
      calls: each(i =>
        i % 2 === 0 ? claimAward(claimCode, claiming(game)) : undoAward({ id, reason: 'wrong' }, 'staff', start),
      ),
      verify() {
        const row = game.db.select().from(award).where(eq(award.id, id)).get()
        expect([row?.claimedAt, row?.undoneAt].filter(at => at === null)).toHaveLength(1)
        expect(prizeViewOf(game.db, prize).given).toBe(row?.undoneAt === null ? 1 : 0)
      },
    }
  },
  'a digital code goes to one winner'(game) {
    const prize = addPrize(game, 'spot', 9)
    addPrizeCodes(game.db, { prizeId: prize, codes: ['A', 'B', 'C'] }, 'owner', start)
    return {
      calls: each(() => sendCode(give(game, prize, played(game).id).id, claiming(game))),
      verify(results) {
        expect(count(results, 'no-codes')).toBe(threads - 3)
        const codes = game.db.select().from(prizeCode).where(eq(prizeCode.prizeId, prize)).all()
        const claimed = standing(game, prize).filter(({ claimedAt }) => claimedAt !== null)
        expect(codes.map(({ awardId }) => awardId).sort()).toEqual(claimed.map(({ id }) => id).sort())
      },
    }
  },
  'the last one is drawn once'(game) {
    const prize = addPrize(game, 'draw', 1)
    return {
      calls: each(() => drawOne(prize, drawing(game))),
      verify(results) {
        expect(results).toEqual(refused('prize-gone'))
        expect(standing(game, prize)).toHaveLength(1)
      },
    }
  },
  'an absent winner is replaced once'(game) {
    const prize = addPrize(game, 'draw', 1)
    played(game)
    const { id, playerId } = drawAward(game.db, prize, drawing(game))
    return {
      calls: each(() => redraw(id, drawing(game))),
      verify(results) {
        expect(results).toEqual(refused('award-undone'))
        expect(standing(game, prize)).toHaveLength(1)
        expect(standing(game, prize)[0]?.playerId).not.toBe(playerId)
      },
    }
  },
}

it('keeps every promise about awards when crew devices race', async () => {
  const game = createFixture()
  // Enough who have won nothing, so that every draw finds somebody.
  times(8 * perKind, () => played(game))
  const scenarios = Object.entries(kinds).flatMap(([what, make]) => times(perKind, () => ({ what, ...make(game) })))
  const results = (await race(
    times(threads, thread => ({ file: game.file, calls: scenarios.map(({ calls }) => calls[thread] as Call) })),
  )) as (string | { id: string } | undefined)[][]
  for (const [i, { what, verify }] of scenarios.entries()) {
    const got = results.map(all => all[i]).map(one => (typeof one === 'object' ? one.id : String(one)))
    expect(got, what).not.toContain('internal')
    verify(got.sort())
  }
})
