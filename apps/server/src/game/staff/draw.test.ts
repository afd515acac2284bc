import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { auditLog, player } from '../../db/schema.ts'
import { leaveGame } from '../leave.ts'
import { windowsOf } from '../round.ts'
import { createFixture, type Fixture, hashOf, start } from '../testing/fixture.ts'
import { addPrize, claiming, drawing, give, play, played } from '../testing/prizes.ts'
import { awardsOf } from './award-view.ts'
import { claimAward } from './claim.ts'
import { drawAward, drawPool, pick, redrawAward } from './draw.ts'
import { undoAward } from './give.ts'
import { prizeViewOf } from './prize-view.ts'

const eligible = ({ db }: Fixture, prizeId: string, windowId: string | null = null) =>
  drawPool(db, { prizeId, windowId }).eligible
const draw = (game: Fixture, prizeId: string) => drawAward(game.db, prizeId, drawing(game))

it('picks each as often as the others', () => {
  const names = Array.from({ length: 10 }, (_, i) => i)
  const turns = 50_000
  const counts = names.map(() => 0)
  for (let i = 0; i < turns; i += 1) {
    const name = pick(names) as number
    counts[name] = (counts[name] as number) + 1
  }
  const expected = turns / names.length
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // Nine degrees of freedom: a fair one exceeds this once in 10^9 runs.
  expect(chiSquare).toBeLessThan(61)
  expect(pick([])).toBeUndefined()
})

it('draws everybody who may win, sooner or later, and nobody else', () => {
  const game = createFixture()
  const prize = addPrize(game, 'draw', 100)
  const fair = Array.from({ length: 5 }, () => played(game).id)
  const [ghost, out, gone] = [played(game), played(game), played(game)]
  game.db.update(player).set({ ghost: true }).where(eq(player.id, ghost.id)).run()
  game.db.update(player).set({ disqualifiedAt: start }).where(eq(player.id, out.id)).run()
  leaveGame(game.db, gone.id, start)
  game.db
    .update(player)
    .set({ mutedAt: start })
    .where(eq(player.id, fair[0] as string))
    .run()
  game.join()
  expect(eligible(game, prize)).toBe(5)
  const drawn = fair.map(() => draw(game, prize).playerId)
  expect(drawn.sort()).toEqual(fair.sort())
  expect(() => draw(game, prize)).toThrow('nobody-eligible')
  expect(prizeViewOf(game.db, prize).given).toBe(5)
})

it('is for those who have won nothing; a pouch is for everybody, and what was taken back does not count', () => {
  const game = createFixture()
  const prize = addPrize(game, 'draw', 9)
  const [kim, lee, choi] = [played(game), played(game), played(game)]
  give(game, addPrize(game, 'participation', 9), kim.id)
  give(game, addPrize(game, 'spot', 9), lee.id)
  const { id } = give(game, addPrize(game, 'spot', 9), choi.id)
  expect(eligible(game, prize)).toBe(1)
  undoAward(game.db, { id, reason: 'x' }, 'staff', start)
  expect(eligible(game, prize)).toBe(2)
  expect([draw(game, prize), draw(game, prize)].map(({ playerId }) => playerId).sort()).toEqual(
    [kim.id, choi.id].sort(),
  )
  expect(eligible(game, addPrize(game, 'draw', 9))).toBe(0)
})

it('looks at the window given', () => {
  const windows = [
    { name: 'day 1', opensAt: start, closesAt: start + 1_000 },
    { name: 'day 2', opensAt: start + 1_000, closesAt: start + 2_000 },
  ]
  const game = createFixture({ windows })
  const [first, second] = windowsOf(game.db, game.round.id).map(({ id }) => id)
  const prize = addPrize(game, 'draw', 9)
  const kim = played(game)
  game.now = start + 1_000
  const lee = played(game)
  expect([first, second, null].map(id => eligible(game, prize, id))).toEqual([1, 1, 2])
  expect(drawAward(game.db, prize, drawing(game, { windowId: second })).playerId).toBe(lee.id)
  expect(drawAward(game.db, prize, drawing(game, { windowId: first })).playerId).toBe(kim.id)
  expect(() => eligible(game, prize, 'no such')).toThrow('round-unknown')
})

it('calls the next one when nobody comes, and never the same one twice', () => {
  const game = createFixture()
  const prize = addPrize(game, 'draw', 1)
  const players = Array.from({ length: 6 }, () => played(game).id)
  const called = [draw(game, prize)]
  while (called.length < players.length) {
    const last = called.at(-1)?.id as string
    const asked = drawing(game)
    const next = redrawAward(game.db, last, asked)
    expect(redrawAward(game.db, last, asked)).toEqual(next)
    called.push(next)
  }
  expect(called.map(({ playerId }) => playerId).sort()).toEqual(players.sort())
  expect(drawPool(game.db, { prizeId: prize, windowId: null })).toEqual({ eligible: 0, absent: 5 })
  const last = called.at(-1)
  expect(() => redrawAward(game.db, last?.id as string, drawing(game))).toThrow('nobody-eligible')
  // Nothing of it has happened: whoever was called last still has it.
  expect(awardsOf(game.db, last?.playerId as string)).toMatchObject([{ undoneAt: null, absent: false }])
  expect(prizeViewOf(game.db, prize)).toMatchObject({ given: 1, left: 0 })
  expect(game.db.select().from(auditLog).where(eq(auditLog.action, 'award.redraw')).all()).toHaveLength(5)
})

it('calls those who were absent for another prize', () => {
  const game = createFixture()
  const [prize, other] = [addPrize(game, 'draw', 1), addPrize(game, 'draw', 1)]
  const absent = played(game)
  const { id } = draw(game, prize)
  played(game)
  redrawAward(game.db, id, drawing(game))
  expect(draw(game, other).playerId).toBe(absent.id)
})

it('knows again whoever was absent or has won, left and came back on the same phone', () => {
  const game = createFixture()
  const prize = addPrize(game, 'draw', 9)
  const kim = played(game, 'kim', 'phone')
  const { id } = draw(game, prize)
  leaveGame(game.db, kim.id, start)
  played(game, 'kim', 'phone')
  expect(eligible(game, prize)).toBe(0)
  undoAward(game.db, { id, reason: 'has left' }, 'staff', start)
  expect(eligible(game, prize)).toBe(1)
})

it('does not draw again for what was handed over, is no draw, or was drawn again before', () => {
  const game = createFixture()
  const prize = addPrize(game, 'draw', 3)
  const spot = give(game, addPrize(game, 'spot', 1), played(game).id)
  expect(() => redrawAward(game.db, spot.id, drawing(game))).toThrow('invalid-input')
  played(game)
  const first = draw(game, prize)
  played(game)
  const second = redrawAward(game.db, first.id, drawing(game))
  expect(() => redrawAward(game.db, first.id, drawing(game))).toThrow('award-undone')
  claimAward(game.db, second.claimCode, claiming(game))
  expect(() => redrawAward(game.db, second.id, drawing(game))).toThrow('award-claimed')
  expect(() => redrawAward(game.db, nanoid(), drawing(game))).toThrow('award-unknown')
  expect(() => draw(game, addPrize(game, 'spot', 1))).toThrow('invalid-input')
})

it('answers the same nonce with the same winner, and announces them with their best picture', () => {
  const game = createFixture()
  const prize = addPrize(game, 'draw', 3)
  const kim = game.join()
  play(game, kim, 0.2)
  play(game, kim, 0.9)
  play(game, kim, 0.5)
  const asked = drawing(game)
  const first = drawAward(game.db, prize, asked)
  expect(first).toMatchObject({ announcedAt: start, pictureHash: hashOf(2) })
  played(game)
  expect(drawAward(game.db, prize, asked)).toEqual(first)
  expect(() => drawAward(game.db, addPrize(game, 'draw', 1), asked)).toThrow('award-conflict')
})
