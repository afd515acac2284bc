import type { StaffActor } from '@dabble/api'
import { expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../../db/open.ts'
import { auditLog, wrongCode } from '../../db/schema.ts'
import { actorOf, pair, pin } from '../testing/crew.ts'
import { call } from '../testing/crew-calls.ts'
import { createFixture, type Fixture, start } from '../testing/fixture.ts'
import { pins } from '../testing/pins.ts'
import { race } from '../testing/race.ts'
import { changeMember, dismissMember } from './crew.ts'
import { unpairDevice } from './devices.ts'
import { membersOf } from './member.ts'
import { endSession, sessionOf } from './session.ts'
import { changeOwnPin, setUpOwner, unlockDevice } from './unlock.ts'

const minute = 60_000
const now = () => start
const wrong = '9999'
const holder = ({ db }: Fixture, deviceId: string, at = start) => sessionOf(db, deviceId, at)?.member.name ?? null
const keys = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map(result => (result.status === 'fulfilled' ? 'unlocked' : result.reason.key))

it('makes one first owner of several who set up at once, and unlocks the device only for them', async () => {
  const game = createFixture()
  const devices = ['a', 'b', 'c', 'd']
  for (const device of devices) pair(game, device)
  const results = await race(devices.map(name => ({ file: game.file, calls: [call('setUp', start, name, name)] })))
  const [owner] = membersOf(game.db)
  expect(results.flat().sort()).toEqual([owner?.name, ...Array(3).fill('owner-exists')].sort())
  expect(membersOf(game.db)).toHaveLength(1)
  expect(devices.map(device => holder(game, device))).toEqual(devices.map(d => (d === owner?.name ? d : null)))
})

it('lets nobody set up on a device that is not paired, or is unpaired meanwhile', async () => {
  const game = createFixture()
  const input = { name: 'Mina', pin }
  await expect(setUpOwner(game.db, pins, input, 'stranger', now)).rejects.toThrow('not-staff')
  const by = await actorOf(createFixture())
  pair(game, 'laptop')
  const unpairing = {
    ...pins,
    async hash(text: string) {
      unpairDevice(game.db, 'laptop', by, start)
      return pins.hash(text)
    },
  }
  await expect(setUpOwner(game.db, unpairing, input, 'laptop', now)).rejects.toThrow('not-staff')
  expect(membersOf(game.db)).toEqual([])
})

it('unlocks with a PIN, for one member at a time', async () => {
  const game = createFixture()
  const [mina, jun] = [await actorOf(game, 'owner', 'laptop'), await actorOf(game, 'staff', 'tablet')]
  await unlockDevice(game.db, pins, { memberId: jun.id, pin }, 'laptop', now)
  expect(holder(game, 'laptop')).toBe(jun.name)
  endSession(game.db, 'laptop')
  expect(holder(game, 'laptop')).toBeNull()
  await expect(unlockDevice(game.db, pins, { memberId: mina.id, pin: wrong }, 'laptop', now)).rejects.toThrow(
    'pin-wrong',
  )
  await expect(unlockDevice(game.db, pins, { memberId: 'nobody', pin }, 'laptop', now)).rejects.toThrow('staff-unknown')
  await expect(unlockDevice(game.db, pins, { memberId: mina.id, pin }, 'stranger', now)).rejects.toThrow('not-staff')
  expect(holder(game, 'laptop')).toBeNull()
  expect(game.db.select().from(auditLog).all().at(-1)).toMatchObject({
    author: jun.id,
    action: 'device.unlock',
    subject: 'laptop',
  })
})

it('locks a device out after five wrong PINs within five minutes, also over a restart; other devices go on', async () => {
  const game = createFixture()
  const mina = await actorOf(game, 'owner', 'laptop')
  pair(game, 'tablet')
  const guess = (text: string, deviceId: string, at: number, db = game.db) =>
    unlockDevice(db, pins, { memberId: mina.id, pin: text }, deviceId, () => at)
  for (let i = 0; i < 5; i += 1) await expect(guess(wrong, 'tablet', start + i)).rejects.toThrow('pin-wrong')
  await expect(guess(pin, 'tablet', start + minute)).rejects.toMatchObject({
    key: 'pin-too-many',
    values: { seconds: 240 },
  })
  const restarted = openDatabase(game.file)
  await expect(guess(pin, 'tablet', start + 2 * minute, restarted)).rejects.toMatchObject({ key: 'pin-too-many' })
  closeDatabase(restarted)
  await guess(pin, 'laptop', start + 2 * minute)
  await guess(pin, 'tablet', start + 5 * minute)
  expect(holder(game, 'tablet', start + 5 * minute)).toBe(mina.name)
  // What was wrong before is not forgiven: else whoever has a PIN of their own could guess another's between two of theirs.
  for (let i = 0; i < 4; i += 1) await expect(guess(wrong, 'laptop', start)).rejects.toThrow('pin-wrong')
  await guess(pin, 'laptop', start)
  await expect(guess(wrong, 'laptop', start)).rejects.toThrow('pin-wrong')
  await expect(guess(pin, 'laptop', start)).rejects.toThrow('pin-too-many')
})

it('tells nothing more after five wrong guesses, however many are sent at once', async () => {
  const game = createFixture()
  const mina = await actorOf(game, 'owner', 'laptop')
  const guess = (text: string) => unlockDevice(game.db, pins, { memberId: mina.id, pin: text }, 'laptop', now)
  endSession(game.db, 'laptop')
  const guesses = [...Array(40).fill(wrong), pin]
  expect(keys(await Promise.allSettled(guesses.map(guess)))).toEqual([
    ...Array(5).fill('pin-wrong'),
    ...Array(36).fill('pin-too-many'),
  ])
  expect(holder(game, 'laptop')).toBeNull()

  game.db.delete(wrongCode).run()
  const calls = Array(5).fill(call('unlock', start, mina.id, wrong, 'laptop'))
  const results = (await race(Array.from({ length: 4 }, () => ({ file: game.file, calls })))).flat()
  expect(results.filter(result => result === 'pin-wrong')).toHaveLength(5)
  expect(results.filter(result => result === 'pin-too-many')).toHaveLength(15)
})

it('looks at everything again once a PIN has been verified', async () => {
  const meanwhile = async (happens: (game: Fixture, mina: StaffActor, boss: StaffActor) => void) => {
    const game = createFixture()
    const [mina, boss] = [await actorOf(game, 'staff', 'laptop'), await actorOf(game, 'owner', 'desk')]
    endSession(game.db, 'laptop')
    const slow = {
      ...pins,
      async verify(hash: string, text: string) {
        happens(game, mina, boss)
        return pins.verify(hash, text)
      },
    }
    const unlocking = unlockDevice(game.db, slow, { memberId: mina.id, pin }, 'laptop', now)
    const [result] = await Promise.allSettled([unlocking])
    expect(holder(game, 'laptop')).toBeNull()
    return result?.status === 'rejected' && result.reason.key
  }
  expect(await meanwhile(({ db }, _, boss) => unpairDevice(db, 'laptop', boss, start))).toBe('not-staff')
  expect(await meanwhile(({ db }, mina, boss) => dismissMember(db, mina.id, boss, start))).toBe('staff-unknown')
  expect(
    await meanwhile(({ db }, mina, boss) => {
      changeMember(db, { id: mina.id, pinHash: 'another' }, boss, start)
    }),
  ).toBe('pin-wrong')
})

it('changes no PIN from a device that is unpaired, or locked, while the old one is verified', async () => {
  for (const happens of ['unpaired', 'locked']) {
    const game = createFixture()
    const [mina, boss] = [await actorOf(game, 'staff', 'laptop'), await actorOf(game, 'owner', 'desk')]
    const slow = {
      ...pins,
      async verify(hash: string, text: string) {
        if (happens === 'locked') endSession(game.db, 'laptop')
        else unpairDevice(game.db, 'laptop', boss, start)
        return pins.verify(hash, text)
      },
    }
    const change = changeOwnPin(game.db, slow, { oldPin: pin, pin: '555555' }, mina, now)
    await expect(change).rejects.toThrow('staff-locked')
    pair(game, 'tablet')
    await unlockDevice(game.db, pins, { memberId: mina.id, pin }, 'tablet', now)
  }
})

it('changes one’s own PIN with the old one, and locks one’s other devices', async () => {
  const game = createFixture()
  const mina = await actorOf(game, 'staff', 'laptop')
  pair(game, 'tablet')
  await unlockDevice(game.db, pins, { memberId: mina.id, pin }, 'tablet', now)
  const change = (oldPin: string, fresh: string) => changeOwnPin(game.db, pins, { oldPin, pin: fresh }, mina, now)
  await expect(change(wrong, '555555')).rejects.toThrow('pin-wrong')
  await change(pin, '555555')
  expect([holder(game, 'laptop'), holder(game, 'tablet')]).toEqual([mina.name, null])
  await expect(unlockDevice(game.db, pins, { memberId: mina.id, pin }, 'tablet', now)).rejects.toThrow('pin-wrong')
  await unlockDevice(game.db, pins, { memberId: mina.id, pin: '555555' }, 'tablet', now)
  for (let i = 0; i < 4; i += 1) await expect(change(wrong, pin)).rejects.toThrow('pin-wrong')
  await expect(change('555555', pin)).rejects.toThrow('pin-too-many')
})
