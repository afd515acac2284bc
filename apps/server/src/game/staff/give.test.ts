import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog, award, player } from '../../db/schema.ts'
import { leaveGame } from '../leave.ts'
import { createFixture, type Fixture, hashOf, start } from '../testing/fixture.ts'
import { addPrize, claiming, give, giving, play, played } from '../testing/prizes.ts'
import { awardsOf } from './award-view.ts'
import { claimAward, unclaimAward } from './claim.ts'
import { giveAward, undoAward } from './give.ts'
import { prizeViewOf } from './prize-view.ts'

const left = ({ db }: Fixture, prizeId: string) => prizeViewOf(db, prizeId).left

it('gives a prize with its claim code, and takes it from the stock', () => {
  const game = createFixture()
  const [prize, kim] = [addPrize(game, 'spot', 2), played(game, 'kim')]
  const given = give(game, prize, kim.id, { reason: 'a swan in a hat' })
  expect(awardsOf(game.db, kim.id)).toMatchObject([
    {
      id: given.id,
      prizeId: prize,
      kind: 'spot',
      reason: 'a swan in a hat',
      at: start,
      claimedAt: null,
      undoneAt: null,
    },
  ])
  expect(awardsOf(game.db, kim.id)[0]?.claimCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
  expect(prizeViewOf(game.db, prize)).toMatchObject({ stock: 2, given: 1, claimed: 0, left: 1 })
  expect(game.db.select().from(auditLog).where(eq(auditLog.action, 'award.give')).all()).toMatchObject([
    { author: 'staff', subject: given.id, reason: 'a swan in a hat' },
  ])
})

it('makes one award of one nonce, whatever has happened since, and refuses it for another', () => {
  const game = createFixture()
  const [prize, kim, lee] = [addPrize(game, 'spot', 5), played(game), played(game)]
  const input = giving(prize, kim.id)
  const first = giveAward(game.db, input, 'staff', start)
  expect(giveAward(game.db, input, 'staff', start + 1)).toEqual(first)
  for (const other of [{ playerId: lee.id }, { reason: 'another' }, { prizeId: addPrize(game, 'spot', 1) }]) {
    expect(() => giveAward(game.db, { ...input, ...other }, 'staff', start)).toThrow('award-conflict')
  }
  undoAward(game.db, { id: first.id, reason: 'oops' }, 'staff', start)
  // A copy of the request that the network had kept: nothing is given again.
  expect(giveAward(game.db, input, 'staff', start).undoneAt).toBe(start)
  expect(left(game, prize)).toBe(5)
})

it('gives no more than there are, and frees what is taken back', () => {
  const game = createFixture()
  const [prize, kim, lee] = [addPrize(game, 'spot', 1), played(game), played(game)]
  const { id } = give(game, prize, kim.id)
  expect(() => give(game, prize, lee.id)).toThrow('prize-gone')
  expect(game.db.select().from(award).all()).toHaveLength(1)
  undoAward(game.db, { id, reason: 'wrong one' }, 'staff', start)
  undoAward(game.db, { id, reason: 'pressed twice' }, 'staff', start)
  expect(left(game, prize)).toBe(1)
  give(game, prize, lee.id)
  expect(() => give(game, prize, kim.id)).toThrow('prize-gone')
})

it('gives the same prize to the same player once', () => {
  const game = createFixture()
  const [prize, kim] = [addPrize(game, 'spot', 5), played(game)]
  const { id } = give(game, prize, kim.id)
  expect(() => give(game, prize, kim.id)).toThrow('already-awarded')
  expect(left(game, prize)).toBe(4)
  undoAward(game.db, { id, reason: 'wrong' }, 'staff', start)
  give(game, prize, kim.id)
  expect(left(game, prize)).toBe(4)
})

it('does not take back what was handed over, before the hand-over is', () => {
  const game = createFixture()
  const [prize, kim] = [addPrize(game, 'spot', 1), played(game)]
  const { id, claimCode } = give(game, prize, kim.id)
  claimAward(game.db, claimCode, claiming(game))
  expect(() => undoAward(game.db, { id, reason: 'wrong' }, 'staff', start)).toThrow('award-claimed')
  unclaimAward(game.db, { id, reason: 'wrong' }, 'staff', start)
  undoAward(game.db, { id, reason: 'wrong' }, 'staff', start)
  expect(left(game, prize)).toBe(1)
})

it('gives one participation prize a person, of whatever prize, and one a device that is not shared', () => {
  const game = createFixture()
  const [pouch, sticker] = [addPrize(game, 'participation', 9), addPrize(game, 'participation', 9)]
  const [kim, lee, choi] = ['kim', 'lee', 'choi'].map(name => played(game, name, 'tablet'))
  give(game, pouch, kim?.id as string)
  expect(() => give(game, sticker, kim?.id as string)).toThrow('already-awarded')
  expect(() => give(game, sticker, lee?.id as string)).toThrow('device-awarded')
  give(game, sticker, lee?.id as string, { sharedDevice: true })
  expect(() => give(game, sticker, choi?.id as string)).toThrow('device-awarded')
})

it('gives nothing to whoever leaves and comes back', () => {
  const game = createFixture()
  const pouch = addPrize(game, 'participation', 9)
  const kim = played(game, 'kim', 'phone')
  give(game, pouch, kim.id, { sharedDevice: true })
  leaveGame(game.db, kim.id, start)
  expect(() => give(game, pouch, kim.id)).toThrow('not-eligible')
  const again = played(game, 'kim', 'phone')
  expect(() => give(game, pouch, again.id)).toThrow('device-awarded')
  expect(left(game, pouch)).toBe(8)
})

it('gives nothing to ghosts, the disqualified, those who left, those who have not played, and nobody', () => {
  const game = createFixture()
  const prize = addPrize(game, 'spot', 9)
  const change = (values: Partial<typeof player.$inferInsert>) => {
    const { id } = played(game)
    game.db.update(player).set(values).where(eq(player.id, id)).run()
    return id
  }
  const left = played(game)
  leaveGame(game.db, left.id, start)
  const [ghost, disqualified, muted] = [
    change({ ghost: true }),
    change({ disqualifiedAt: start }),
    change({ mutedAt: start }),
  ]
  const waiting = game.join()
  game.enter(waiting, 'not drawn yet')
  for (const id of [ghost, disqualified, left.id, game.join().id, waiting.id]) {
    expect(() => give(game, prize, id)).toThrow('not-eligible')
  }
  expect(() => give(game, prize, 'nobody')).toThrow('player-unknown')
  give(game, prize, muted)
})

it('is for a picture of the player’s own', () => {
  const game = createFixture()
  const prize = addPrize(game, 'spot', 9)
  const [kim, lee] = [game.join(), game.join()]
  play(game, kim)
  play(game, lee)
  expect(() => give(game, prize, kim.id, { pictureHash: hashOf(2) })).toThrow('picture-unknown')
  give(game, prize, kim.id, { pictureHash: hashOf(1) })
  expect(awardsOf(game.db, kim.id)).toMatchObject([{ picture: { hash: hashOf(1), width: 256 } }])
})
