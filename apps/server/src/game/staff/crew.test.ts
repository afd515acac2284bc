import { expect, it } from 'vitest'
import { auditLog } from '../../db/schema.ts'
import { actorOf, pair } from '../testing/crew.ts'
import { call } from '../testing/crew-calls.ts'
import { createFixture, type Fixture, start } from '../testing/fixture.ts'
import { race } from '../testing/race.ts'
import { addMember, changeMember, dismissMember } from './crew.ts'
import { devicesOf, inviteDevice, nameDevice, unpairDevice } from './devices.ts'
import { membersOf } from './member.ts'
import { pairDevice } from './pairing.ts'
import { keepUnlocked, type Session, sessionOf } from './session.ts'

const autoLockMs = 300_000
const unlocked = ({ db }: Fixture, deviceId: string, at = start) => sessionOf(db, deviceId, at) !== null
const deeds = ({ db }: Fixture) =>
  db
    .select()
    .from(auditLog)
    .all()
    .filter(({ action }) => action !== 'device.pair')
    .map(({ author, action, subject, reason }) => [author, action, subject, reason])

it('locks a device that nobody has touched for a while, whatever it asks by itself', async () => {
  const game = createFixture()
  await actorOf(game, 'staff', 'laptop')
  const session = () => sessionOf(game.db, 'laptop', start + 60_000) as Session
  expect(unlocked(game, 'laptop', start + autoLockMs)).toBe(true)
  expect(unlocked(game, 'laptop', start + autoLockMs + 1)).toBe(false)
  keepUnlocked(game.db, session(), start + 9_999)
  expect(session().activeAt).toBe(start)
  keepUnlocked(game.db, session(), start + 60_000)
  expect(unlocked(game, 'laptop', start + 60_000 + autoLockMs)).toBe(true)
  expect(unlocked(game, 'laptop', start + 60_000 + autoLockMs + 1)).toBe(false)
})

it('is not kept open by a clock that was set back', async () => {
  const game = createFixture()
  await actorOf(game, 'staff', 'laptop')
  expect(unlocked(game, 'laptop', start - autoLockMs - 1)).toBe(false)
})

it('adds, renames, promotes and removes, and writes all of it down', async () => {
  const game = createFixture()
  const boss = await actorOf(game)
  const add = (name: string) => addMember(game.db, { name, role: 'staff', pinHash: 'x' }, boss, start)
  const jun = add('Jun')
  expect(() => add('ＪＵＮ')).toThrow('staff-name-taken')
  const mina = add('Mina')
  expect(() => changeMember(game.db, { id: mina.id, name: 'jun' }, boss, start)).toThrow('staff-name-taken')
  expect(changeMember(game.db, { id: jun.id, name: 'Jun Ho', role: 'owner' }, boss, start)).toMatchObject({
    name: 'Jun Ho',
    role: 'owner',
  })
  dismissMember(game.db, jun.id, boss, start)
  expect(() => dismissMember(game.db, jun.id, boss, start)).toThrow('staff-unknown')
  expect(() => changeMember(game.db, { id: jun.id, name: 'x' }, boss, start)).toThrow('staff-unknown')
  expect(membersOf(game.db).map(({ name }) => name)).toEqual([boss.name, 'Mina'])
  add('Jun Ho')
  expect(deeds(game).slice(0, 5)).toEqual([
    [boss.id, 'crew.add', jun.id, 'staff'],
    [boss.id, 'crew.add', mina.id, 'staff'],
    [boss.id, 'crew.rename', jun.id, 'Jun → Jun Ho'],
    [boss.id, 'crew.role', jun.id, 'staff → owner'],
    [boss.id, 'crew.remove', jun.id, 'Jun Ho'],
  ])
})

it('ends the sessions of whoever is removed, demoted or given another PIN, at once', async () => {
  const game = createFixture()
  const boss = await actorOf(game, 'owner', 'desk')
  const [a, b, c, d] = [
    await actorOf(game, 'staff', 'a'),
    await actorOf(game, 'owner', 'b'),
    await actorOf(game, 'staff', 'c'),
    await actorOf(game, 'staff', 'd'),
  ] as const
  dismissMember(game.db, a.id, boss, start)
  changeMember(game.db, { id: b.id, role: 'staff' }, boss, start)
  changeMember(game.db, { id: c.id, pinHash: 'another' }, boss, start)
  changeMember(game.db, { id: d.id, name: 'Dana', role: 'owner' }, boss, start)
  expect(['a', 'b', 'c', 'd', 'desk'].map(id => unlocked(game, id))).toEqual([false, false, false, true, true])
})

it('keeps the last owner', async () => {
  const game = createFixture()
  const [boss] = [await actorOf(game), await actorOf(game, 'staff')]
  expect(() => dismissMember(game.db, boss.id, boss, start)).toThrow('last-owner')
  expect(() => changeMember(game.db, { id: boss.id, role: 'staff' }, boss, start)).toThrow('last-owner')
  expect(changeMember(game.db, { id: boss.id, role: 'owner', name: 'Boss' }, boss, start).name).toBe('Boss')
})

it('keeps one of two owners who remove each other at once', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const game = createFixture()
    const [a, b] = [await actorOf(game), await actorOf(game)]
    const results = await race([
      { file: game.file, calls: [call('dismiss', start, b.id, a)] },
      { file: game.file, calls: [call('dismiss', start, a.id, b)] },
    ])
    expect(results.flat().filter(result => result === 'not-owner')).toHaveLength(1)
    expect(membersOf(game.db)).toHaveLength(1)
  }
})

it('shows devices with who has them unlocked; unpairing one locks it', async () => {
  const game = createFixture()
  const boss = await actorOf(game, 'owner', 'desk')
  const { url, expiresAt } = inviteDevice(game.db, 'http://booth.test', boss, start)
  expect(expiresAt).toBe(start + 600_000)
  const [, code] = /^http:\/\/booth\.test\/staff\?pair=(\S+)$/.exec(url) as RegExpExecArray
  pairDevice(game.db, code as string, 'tablet', start)
  nameDevice(game.db, { id: 'tablet', name: 'Tablet' }, boss, start)
  expect(devicesOf(game.db, 'desk', start)).toEqual([
    { id: 'desk', name: '', pairedAt: start, member: boss.name, own: true },
    { id: 'tablet', name: 'Tablet', pairedAt: start, member: null, own: false },
  ])
  expect(devicesOf(game.db, 'desk', start + autoLockMs + 1)[0]?.member).toBeNull()
  unpairDevice(game.db, 'desk', boss, start)
  expect(unlocked(game, 'desk')).toBe(false)
  pair(game, 'desk')
  expect(unlocked(game, 'desk')).toBe(false)
  nameDevice(game.db, { id: 'gone', name: 'x' }, boss, start)
  unpairDevice(game.db, 'gone', boss, start)
  expect(deeds(game)).toEqual([
    [boss.id, 'device.invite', 'desk', ''],
    [boss.id, 'device.name', 'tablet', 'Tablet'],
    [boss.id, 'device.unpair', 'desk', ''],
  ])
})
