import { rm } from 'node:fs/promises'
import type { GameErrorShape, KioskState, LiveFrame, StaffRole } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { appRouter } from '@dabble/api/router'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffSession } from '../src/db/schema.ts'
import {
  createVisitor,
  liveFrames,
  pairingCodeOf,
  staffOf,
  startGame,
  type TestGame,
  type TestStaff,
  temporaryFolder,
  type Visitor,
  withDatabase,
} from './harness.ts'

let folder: string
let game: TestGame
let owner: TestStaff
beforeAll(async () => {
  folder = await temporaryFolder()
  game = await startGame({ folder })
  owner = await staffOf(game)
})
afterAll(async () => {
  await game.close()
  await rm(folder, { recursive: true })
})

const pin = '123456'
const nonce = 'x'.repeat(21)
const procedures = Object.entries(appRouter._def.procedures)
  .filter(([path]) => path.startsWith('staff.'))
  .map(([path, procedure]) => ({ path, type: (procedure as unknown as { _def: { type: string } })._def.type }))

/** What somebody can ask who has no business here, with an input where one is looked at first. */
const open: Record<string, unknown> = {
  'staff.crew.status': undefined,
  'staff.crew.lock': {},
  'staff.crew.pair': { code: 'WRONG-CODES' },
}
const openToPaired: Record<string, unknown> = {
  'staff.crew.setUp': { name: 'Mallory', pin },
  'staff.crew.unlock': { memberId: 'x', pin },
}
const ownersOnly = [
  'staff.changeSettings',
  ...['add', 'change', 'remove', 'devices', 'nameDevice', 'unpair', 'invite'].map(name => `staff.crew.${name}`),
  'staff.players.erase',
  ...['create', 'change', 'remove', 'addCodes'].map(name => `staff.prizes.${name}`),
  ...['create', 'setWindows', 'step'].map(name => `staff.rounds.${name}`),
]

/** What a visitor is told when they call a procedure; null where it lets them. */
async function refusal(visitor: Visitor, { path, type }: (typeof procedures)[number], input: unknown = {}) {
  const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }
  const answer = await visitor.fetch(`/trpc/${path}`, type === 'mutation' ? options : {})
  const { error } = (await answer.json()) as { error?: { data: { game: GameErrorShape } } }
  return error?.data.game.key ?? null
}

const keyOf = (promise: Promise<unknown>) => promise.then(() => null).catch(error => gameErrorOf(error)?.key)
const wait = (deviceId: string, ms: number) =>
  withDatabase(game, db => {
    const { activeAt } = db.select().from(staffSession).where(eq(staffSession.deviceId, deviceId)).get() as {
      activeAt: number
    }
    db.update(staffSession)
      .set({ activeAt: activeAt - ms })
      .where(eq(staffSession.deviceId, deviceId))
      .run()
  })
const activeAt = (memberId: string) =>
  withDatabase(game, db => db.select().from(staffSession).where(eq(staffSession.memberId, memberId)).get()) as {
    deviceId: string
    activeAt: number
  }

describe('every procedure of the staff', () => {
  it('is known to this test', () => {
    expect(procedures.length).toBeGreaterThan(45)
    const paths = procedures.map(({ path }) => path)
    for (const path of [...Object.keys(open), ...Object.keys(openToPaired), ...ownersOnly])
      expect(paths).toContain(path)
  })

  it.each(procedures)('$path refuses a device that is not paired', async procedure => {
    const { path } = procedure
    const told = await refusal(game.visitor(), procedure, open[path] ?? openToPaired[path])
    if (path === 'staff.crew.pair') expect(told).toBe('pairing-code-unknown')
    else if (path in open) expect(told).toBeNull()
    else expect(told).toBe('not-staff')
  })

  it('refuses a paired device that nobody has unlocked', async () => {
    const locked = game.visitor()
    await locked.client.staff.crew.pair.mutate({ code: pairingCodeOf(game) })
    for (const procedure of procedures.filter(({ path }) => !(path in open || path in openToPaired))) {
      expect([procedure.path, await refusal(locked, procedure)]).toEqual([procedure.path, 'staff-locked'])
    }
  })

  it('refuses staff what only owners do, and nothing else', async () => {
    const staff = await staffOf(game, 'staff')
    const refused: string[] = []
    for (const procedure of procedures.filter(({ path }) => !(path in open || path in openToPaired))) {
      const told = await refusal(staff, procedure)
      if (told === 'not-owner') refused.push(procedure.path)
      else expect([null, 'invalid-input'], procedure.path).toContain(told)
    }
    expect(refused.sort()).toEqual(ownersOnly.sort())
  })
})

describe('a device', () => {
  it('knows nothing of the crew before it is paired, and whom to ask for a PIN after', async () => {
    const visitor = game.visitor()
    const { crew } = visitor.client.staff
    const nothing = { paired: false, needsOwner: false, member: null, members: [] }
    expect(await crew.status.query()).toMatchObject(nothing)
    const { url } = await owner.client.staff.crew.invite.mutate()
    const code = new URL(url).searchParams.get('pair') as string
    expect(new URL(url).pathname).toBe('/staff')
    const paired = await crew.pair.mutate({ code })
    expect(paired).toMatchObject({ paired: true, needsOwner: false, member: null })
    expect(paired.members).toContainEqual(owner.member)
    expect(await keyOf(game.visitor().client.staff.crew.pair.mutate({ code }))).toBe('pairing-code-unknown')
    expect(await keyOf(crew.setUp.mutate({ name: 'Second', pin }))).toBe('owner-exists')
    expect(await crew.unlock.mutate({ memberId: owner.member.id, pin: owner.pin })).toMatchObject({
      member: owner.member,
    })
    expect(await crew.lock.mutate()).toMatchObject({ member: null })
    expect(await keyOf(crew.members.query())).toBe('staff-locked')
  })

  it('is locked out after five wrong PINs, also over a restart', async () => {
    const staff = await staffOf(game, 'staff')
    const guess = (visitor: Visitor, text: string) =>
      visitor.client.staff.crew.unlock.mutate({ memberId: staff.member.id, pin: text }).catch(gameErrorOf)
    for (const text of ['0', '00000', '99999999', 'abc', '000001']) {
      expect(await guess(staff, text)).toMatchObject({ key: 'pin-wrong' })
    }
    const told = (await guess(staff, staff.pin)) as GameErrorShape
    expect(told.key).toBe('pin-too-many')
    expect(told.values.seconds).toBeGreaterThan(240)

    await game.close()
    game = await startGame({ folder })
    const again = createVisitor(game.url)
    for (const [name, value] of staff.cookies) again.cookies.set(name, value)
    expect(await guess(again, staff.pin)).toMatchObject({ key: 'pin-too-many' })
    const elsewhere = game.visitor()
    await elsewhere.client.staff.crew.pair.mutate({ code: pairingCodeOf(game) })
    expect(await guess(elsewhere, staff.pin)).toMatchObject({ member: staff.member })
    owner = await staffOf(game)
  })

  it('locks itself when nobody touches it, however much it asks by itself', async () => {
    const { client, member } = await staffOf(game, 'staff')
    const { deviceId } = activeAt(member.id)
    wait(deviceId, 200_000)
    const before = activeAt(member.id).activeAt
    await client.staff.screening.view.query()
    await client.staff.log.query({ before: null })
    expect(activeAt(member.id).activeAt).toBe(before)
    expect(await client.staff.crew.touch.mutate()).toMatchObject({ member })
    expect(activeAt(member.id).activeAt).toBeGreaterThan(before + 190_000)
    wait(deviceId, 301_000)
    expect(await keyOf(client.staff.screening.view.query())).toBe('staff-locked')
    expect(await keyOf(client.staff.crew.touch.mutate())).toBe('staff-locked')
    expect(await client.staff.crew.status.query()).toMatchObject({ paired: true, member: null })
  })

  it.each([
    [
      'whose member is removed',
      ({ member: { id } }: TestStaff) => owner.client.staff.crew.remove.mutate({ id }),
      'staff-locked',
    ],
    [
      'whose owner is demoted',
      ({ member: { id } }: TestStaff) => owner.client.staff.crew.change.mutate({ id, role: 'staff' }),
      'staff-locked',
    ],
    [
      'that is unpaired',
      ({ member: { id } }: TestStaff) => owner.client.staff.crew.unpair.mutate({ id: activeAt(id).deviceId }),
      'not-staff',
    ],
  ] as const)('%s is out at once', async (_, deed, expected) => {
    const other = await staffOf(game, 'owner')
    await other.client.staff.crew.devices.query()
    await deed(other)
    expect(await keyOf(other.client.staff.crew.devices.query())).toBe(expected)
  })
})

it('refuses what has no shape', async () => {
  const { crew } = owner.client.staff
  const role: StaffRole = 'staff'
  expect(await keyOf(crew.add.mutate({ name: ' ', pin, role }))).toBe('staff-name-shape')
  for (const bad of ['123', '123456789', '12 34', 'abcd']) {
    expect(await keyOf(crew.add.mutate({ name: 'Jun', pin: bad, role }))).toBe('pin-shape')
  }
  expect(await keyOf(owner.client.staff.players.mute.mutate({ id: nonce, on: true, reason: ' ' }))).toBe('reason-shape')
})

it('takes a disqualified player off the big screen and their own phone at once, and brings them back', async () => {
  const [kim, lee] = [await game.join('kim'), await game.join('lee')]
  for (const player of [kim, lee]) await player.ended((await player.send(`a duck for ${player.id}`)).id)
  const { players } = owner.client.staff
  const names = ({ board }: KioskState) => board?.rows.map(({ nickname }) => nickname).sort()
  const screen = liveFrames(game.visitor(), 'kiosk')
  const phone = liveFrames(kim, 'player')
  const until = async (frames: AsyncGenerator<LiveFrame>, matches: (frame: LiveFrame) => boolean) => {
    for (;;) {
      const { value } = (await frames.next()) as { value: LiveFrame }
      if (matches(value)) return value
    }
  }
  const shows = (...expected: string[]) =>
    until(screen, ({ event, data }) => event === 'kiosk' && String(names(data)) === String(expected))
  const stands = (yes: boolean) =>
    until(phone, ({ event, data }) => event === 'entry' && (data.standing !== null) === yes)
  await Promise.all([shows('kim', 'lee'), stands(true)])
  await players.disqualify.mutate({ id: kim.id, on: true, reason: 'a script' })
  await Promise.all([shows('lee'), stands(false)])
  expect(await keyOf(kim.send('more'))).toBe('player-disqualified')
  await players.disqualify.mutate({ id: kim.id, on: false, reason: 'a mistake' })
  await Promise.all([shows('kim', 'lee'), stands(true)])
  await Promise.all([screen.return(undefined), phone.return(undefined)])
})

it('brings a player back on another phone, and leaves one who was erased in peace', async () => {
  const kim = await game.join('lost')
  const { players } = owner.client.staff
  const { url } = await players.rebind.mutate({ id: kim.id, reason: 'lost phone' })
  const code = new URL(url).pathname.replace('/back/', '')
  const fresh = game.visitor()
  expect(await fresh.client.player.rebind.mutate({ code })).toMatchObject({ id: kim.id, nickname: 'lost' })
  expect(await fresh.client.player.me.query()).toMatchObject({ id: kim.id })
  await players.erase.mutate({ id: kim.id, reason: 'asked to' })
  expect(await keyOf(fresh.client.player.me.query())).toBe('not-joined')
  const polled = await fresh.fetch('/live/player?poll')
  expect(polled.status).toBe(200)
  expect(((await polled.json()) as LiveFrame[]).map(({ event }) => event)).toEqual(['player'])
})
