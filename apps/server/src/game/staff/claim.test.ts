import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog, award, player } from '../../db/schema.ts'
import { ownAwards } from '../own-awards.ts'
import { createFixture, type Fixture, start } from '../testing/fixture.ts'
import { addPrize, claiming, crewMember, give, played } from '../testing/prizes.ts'
import { awardViewOf } from './award-view.ts'
import { claimAward, handOver, unclaimAward } from './claim.ts'
import { undoAward } from './give.ts'
import { addPrizeCodes } from './prize.ts'
import { prizeViewOf } from './prize-view.ts'
import { sendCode } from './send-code.ts'

const setUp = () => {
  const game = createFixture()
  const kim = played(game, 'kim')
  const prize = addPrize(game, 'spot', 3)
  return { game, kim, prize, given: give(game, prize, kim.id) }
}
const digitalCodes = ({ db }: Fixture, playerId: string) =>
  ownAwards(db, playerId, 'http://booth.test').map(({ digitalCode }) => digitalCode)

it('hands over by claim code, and says by whom and when to whoever tries again', () => {
  const { game, given, prize } = setUp()
  const mina = crewMember(game, 'Mina')
  // 09:00 in UTC is six in the evening at the booth.
  const typed = ` ${given.claimCode.toLowerCase().replace(/^.{4}/, '$&-')} `
  claimAward(game.db, typed, claiming(game, { author: mina.id }))
  expect(awardViewOf(game.db, given.id)).toMatchObject({ claimedAt: start, claimedBy: 'Mina' })
  expect(prizeViewOf(game.db, prize)).toMatchObject({ given: 1, claimed: 1, left: 2 })
  expect(() => claimAward(game.db, given.claimCode, claiming(game))).toThrow(
    expect.objectContaining({ key: 'award-claimed', values: { by: 'Mina', time: '18:00' } }),
  )
  expect(() => claimAward(game.db, 'AAAA-AAAA', claiming(game))).toThrow('code-unknown')
})

it('gives the same answer to the same nonce, and refuses it for another award', () => {
  const { game, given, prize } = setUp()
  const claim = claiming(game)
  const first = claimAward(game.db, given.claimCode, claim)
  expect(claimAward(game.db, given.claimCode, { ...claim, now: start + 5_000 })).toEqual(first)
  const other = give(game, prize, played(game).id)
  expect(() => claimAward(game.db, other.claimCode, claim)).toThrow('award-conflict')
  expect(game.db.select().from(auditLog).where(eq(auditLog.action, 'award.claim')).all()).toHaveLength(1)
})

it('gives no pouch for the nonce of another hand-over', () => {
  const { game, given } = setUp()
  const claim = claiming(game)
  claimAward(game.db, given.claimCode, claim)
  const [prizeId, lee] = [addPrize(game, 'participation', 3), played(game)]
  const asked = { playerId: lee.id, prizeId, sharedDevice: false }
  expect(() => handOver(game.db, asked, claim)).toThrow('award-conflict')
  expect(prizeViewOf(game.db, prizeId)).toMatchObject({ given: 0, claimed: 0 })
  handOver(game.db, asked, claiming(game))
})

it('takes a hand-over back, after which a late copy of its request does nothing', () => {
  const { game, given } = setUp()
  const claim = claiming(game)
  expect(() => unclaimAward(game.db, { id: given.id, reason: 'x' }, 'staff', start)).toThrow('award-not-claimed')
  claimAward(game.db, given.claimCode, claim)
  unclaimAward(game.db, { id: given.id, reason: 'wrong person' }, 'staff', start)
  expect(claimAward(game.db, given.claimCode, claim).claimedAt).toBeNull()
  expect(claimAward(game.db, given.claimCode, claiming(game)).claimedAt).toBe(start)
})

it('hands nothing over that was taken back, or to whoever may not win any more', () => {
  const { game, given, kim } = setUp()
  const change = (values: Partial<typeof player.$inferInsert>) =>
    game.db.update(player).set(values).where(eq(player.id, kim.id)).run()
  const claim = () => claimAward(game.db, given.claimCode, claiming(game))
  change({ disqualifiedAt: start })
  expect(claim).toThrow('not-eligible')
  expect(() => sendCode(game.db, given.id, claiming(game))).toThrow('not-eligible')
  change({ disqualifiedAt: null, ghost: true })
  expect(claim).toThrow('not-eligible')
  change({ ghost: false })
  undoAward(game.db, { id: given.id, reason: 'x' }, 'staff', start)
  expect(claim).toThrow('award-undone')
})

it('gives a participation prize and hands it over in one step', () => {
  const game = createFixture()
  const [pouch, kim] = [addPrize(game, 'participation', 1), played(game)]
  const asked = { playerId: kim.id, prizeId: pouch, sharedDevice: false }
  const claim = claiming(game)
  const given = handOver(game.db, asked, claim)
  expect(given).toMatchObject({ claimedAt: start, claimedBy: 'staff' })
  expect(handOver(game.db, asked, claim)).toEqual(given)
  expect(() => handOver(game.db, { ...asked, playerId: played(game).id }, claim)).toThrow('award-conflict')
  expect(() => handOver(game.db, asked, claiming(game))).toThrow('already-awarded')
  expect(() => handOver(game.db, { ...asked, playerId: played(game).id }, claiming(game))).toThrow('prize-gone')
  expect(() => handOver(game.db, { ...asked, prizeId: addPrize(game, 'spot', 1) }, claiming(game))).toThrow(
    'invalid-input',
  )
  expect(game.db.select().from(award).all()).toHaveLength(1)
})

it('shows a digital code once it is sent, and never gives it to anybody else', () => {
  const { game, given, prize, kim } = setUp()
  expect(() => sendCode(game.db, given.id, claiming(game))).toThrow('no-codes')
  expect(awardViewOf(game.db, given.id).claimedAt).toBeNull()
  addPrizeCodes(game.db, { prizeId: prize, codes: ['COFFEE-1', 'COFFEE-2'] }, 'owner', start)
  addPrizeCodes(game.db, { prizeId: prize, codes: ['COFFEE-1', 'COFFEE-2'] }, 'owner', start)
  expect(prizeViewOf(game.db, prize).codes).toBe(2)
  expect(digitalCodes(game, kim.id)).toEqual([null])
  const claim = claiming(game)
  sendCode(game.db, given.id, claim)
  sendCode(game.db, given.id, claim)
  expect(digitalCodes(game, kim.id)).toEqual(['COFFEE-1'])
  unclaimAward(game.db, { id: given.id, reason: 'x' }, 'staff', start)
  expect(digitalCodes(game, kim.id)).toEqual([null])
  const lee = played(game)
  sendCode(game.db, give(game, prize, lee.id).id, claiming(game))
  expect(digitalCodes(game, lee.id)).toEqual(['COFFEE-2'])
  sendCode(game.db, given.id, claiming(game))
  expect(digitalCodes(game, kim.id)).toEqual(['COFFEE-1'])
  expect(prizeViewOf(game.db, prize).codes).toBe(0)
})
