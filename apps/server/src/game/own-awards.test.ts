import { expect, it } from 'vitest'
import { award, picture } from '../db/schema.ts'
import { announcedMs } from './announcements.ts'
import { createBooth } from './testing/booth.ts'
import { actorOf } from './testing/crew.ts'
import { hashOf } from './testing/fixture.ts'
import { addPrize, giving } from './testing/prizes.ts'

async function setUp() {
  const booth = createBooth()
  const { fixture, game } = booth
  const staff = await actorOf(fixture)
  const { id, playerCode } = booth.join('kim')
  await booth.enter(id, 'a swan in a hat')
  booth.draw(0.8)
  const prize = addPrize(fixture, 'spot', 9)
  const give = (more: Parameters<typeof giving>[2] = {}) =>
    game.staff.awards.give(giving(prize, id, { pictureHash: hashOf(1), ...more }), staff)
  const reason = { id, reason: 'because' }
  return { ...booth, staff, kim: id, playerCode, give, reason }
}

it('shows an award with what its QR code opens, until it is taken back', async () => {
  const { game, kim, give, staff } = await setUp()
  expect(game.ownAwards(kim)).toBeNull()
  const { id, claimCode } = give()
  const plain = claimCode.replace('-', '')
  expect(game.awards.mine(kim)).toMatchObject([
    { id, claimCode, claimUrl: `http://booth.test/staff/claim/${plain}`, claimedAt: null, digitalCode: null },
  ])
  expect(game.staff.awards.list({ waiting: true })).toMatchObject([{ id, by: staff.name }])
  game.staff.awards.undo({ id, reason: 'wrong' }, staff)
  expect(game.ownAwards(kim)).toEqual([])
  expect(game.staff.awards.list({ waiting: true })).toEqual([])
  expect(game.staff.awards.list({})).toMatchObject([{ id, undoneBy: staff.name }])
})

it('hides what waits from whoever is disqualified, and shows it again', async () => {
  const { game, kim, give, staff, reason } = await setUp()
  const { id, claimCode } = give()
  game.staff.players.disqualify({ ...reason, on: true }, staff)
  expect(game.awards.mine(kim)).toEqual([])
  expect(game.announcements()).toEqual([])
  expect(() => game.awards.leaveContact(kim, id, 'kim@example.org')).toThrow('not-eligible')
  game.staff.players.disqualify({ ...reason, on: false }, staff)
  game.staff.awards.claim({ claimCode, nonce: 'n'.repeat(21) }, staff)
  game.staff.players.disqualify({ ...reason, on: true }, staff)
  expect(game.awards.mine(kim)).toMatchObject([{ id }])
})

it('keeps a contact until it is taken back or the player leaves', async () => {
  const { game, kim, give, staff, db, join } = await setUp()
  const { id } = give()
  expect(game.awards.leaveContact(kim, id, 'kim@example.org')).toMatchObject([{ id, contact: 'kim@example.org' }])
  expect(game.staff.awards.list({})).toMatchObject([{ contact: 'kim@example.org' }])
  expect(() => game.awards.leaveContact(join('lee').id, id, 'lee@example.org')).toThrow('award-unknown')
  expect(game.awards.leaveContact(kim, id, null)).toMatchObject([{ contact: null }])
  game.awards.leaveContact(kim, id, '010-1234-5678')
  game.players.leave(kim)
  expect(() => game.awards.mine(kim)).toThrow('not-joined')
  expect(JSON.stringify(db.select().from(award).all())).not.toContain('5678')
  expect(game.staff.awards.list({})).toMatchObject([{ id, player: { nickname: '' }, contact: null, picture: null }])
  expect(() => game.staff.awards.sendCode({ id, nonce: 'c'.repeat(21) }, staff)).toThrow('not-eligible')
})

it('announces what is given on the spot for half a minute, when staff say so', async () => {
  const { game, fixture, give, staff } = await setUp()
  const silent = give()
  expect(game.announcements()).toEqual([])
  game.staff.awards.undo({ id: silent.id, reason: 'again, aloud' }, staff)
  const { id } = give({ announce: true, reason: 'a hat!' })
  expect(game.announcements()).toMatchObject([
    { id, nickname: 'kim', reason: 'a hat!', prizeName: { en: 'Plush' }, picture: { hash: hashOf(1) } },
  ])
  fixture.now += announcedMs - 1
  expect(game.announcements()).toHaveLength(1)
  fixture.now += 1
  expect(game.announcements()).toEqual([])
})

it('does not go on announcing for an hour because the clock was set back by one', async () => {
  const { game, fixture, give } = await setUp()
  give({ announce: true })
  fixture.now -= 3_600_000
  expect(game.announcements()).toEqual([])
})

it('announces no picture before it is screened', async () => {
  const { db, game, give } = await setUp()
  db.update(picture).set({ screenedAt: null }).run()
  give({ announce: true })
  expect(game.announcements()).toMatchObject([{ nickname: 'kim', picture: null }])
})

it('announces neither hidden pictures nor muted names, and nothing that was taken back', async () => {
  const { game, give, staff, reason, playerCode } = await setUp()
  const { id } = give({ announce: true })
  game.staff.screening.hide({ hash: hashOf(1), reason: 'rude' }, staff)
  expect(game.announcements()).toMatchObject([{ nickname: 'kim', picture: null }])
  game.staff.screening.show({ hash: hashOf(1), reason: 'is fine' }, staff)
  game.staff.players.mute({ ...reason, on: true }, staff)
  expect(game.announcements()).toMatchObject([{ nickname: playerCode, picture: null }])
  game.staff.awards.undo({ id, reason: 'wrong' }, staff)
  expect(game.announcements()).toEqual([])
})
