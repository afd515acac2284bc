import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog } from '../../db/schema.ts'
import { visibilityOf } from '../picture.ts'
import { createFixture, hashOf, start } from '../testing/fixture.ts'
import { addPrize, give, played } from '../testing/prizes.ts'
import { changePrize, createPrize, removePrize } from './prize.ts'
import { prizeViewOf, prizeViews } from './prize-view.ts'

const name = { ko: '인형', en: 'Plush' }

it('has a picture that everybody may load, and gives it up', () => {
  const { db } = createFixture()
  const picture = { hash: hashOf(99), width: 640, height: 480 }
  expect(visibilityOf(db, picture.hash)).toBe('unknown')
  const id = createPrize(db, { kind: 'spot', name, stock: 1, picture }, 'owner', start)
  expect(prizeViewOf(db, id).picture).toMatchObject(picture)
  expect(visibilityOf(db, picture.hash)).toBe('shown')
  changePrize(db, { id, name: { ko: '곰', en: 'Bear' } }, 'owner', start)
  expect(prizeViewOf(db, id)).toMatchObject({ name: { en: 'Bear' }, picture })
  changePrize(db, { id, picture: null }, 'owner', start)
  expect(prizeViewOf(db, id).picture).toBeNull()
  expect(visibilityOf(db, picture.hash)).toBe('unknown')
})

it('has never less stock than was given', () => {
  const game = createFixture()
  const prize = addPrize(game, 'spot', 3)
  give(game, prize, played(game).id)
  give(game, prize, played(game).id)
  expect(() => changePrize(game.db, { id: prize, stock: 1 }, 'owner', start)).toThrow(
    expect.objectContaining({ key: 'prize-stock', values: { given: 2 } }),
  )
  changePrize(game.db, { id: prize, stock: 2 }, 'owner', start)
  expect(() => give(game, prize, played(game).id)).toThrow('prize-gone')
  changePrize(game.db, { id: prize, stock: 5 }, 'owner', start)
  give(game, prize, played(game).id)
  expect(prizeViewOf(game.db, prize)).toMatchObject({ stock: 5, given: 3, left: 2 })
  const log = game.db.select().from(auditLog).where(eq(auditLog.action, 'prize.change')).all()
  expect(log.map(({ reason }) => reason)).toEqual(['3 → 2', '2 → 5'])
})

it('goes off the list and comes back, with its awards', () => {
  const game = createFixture()
  const prize = addPrize(game, 'spot', 3)
  give(game, prize, played(game).id)
  removePrize(game.db, { id: prize, removed: true }, 'owner', start)
  expect(prizeViews(game.db)).toMatchObject([{ id: prize, removed: true, given: 1 }])
  expect(() => give(game, prize, played(game).id)).toThrow('prize-unknown')
  removePrize(game.db, { id: prize, removed: false }, 'owner', start)
  give(game, prize, played(game).id)
  expect(() => removePrize(game.db, { id: 'no such', removed: true }, 'owner', start)).toThrow('prize-unknown')
})

it('has ranks where it is for ranks, of a round and a window that exist', () => {
  const game = createFixture()
  const ranks = { roundId: game.round.id, windowId: null, from: 1, to: 3 }
  expect(prizeViewOf(game.db, addPrize(game, 'rank', 3, ranks)).ranks).toEqual(ranks)
  expect(() => addPrize(game, 'rank', 3)).toThrow('invalid-input')
  expect(() => addPrize(game, 'spot', 3, ranks)).toThrow('invalid-input')
  expect(() => addPrize(game, 'rank', 3, { ...ranks, roundId: 'x' })).toThrow('round-unknown')
  expect(() => addPrize(game, 'rank', 3, { ...ranks, windowId: 'x' })).toThrow('round-unknown')
})
