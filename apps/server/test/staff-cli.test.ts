import { rm } from 'node:fs/promises'
import { gameErrorOf } from '@dabble/api/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffOf, startGame, type TestGame, temporaryFolder } from './harness.ts'
import { runCli } from './server-process.ts'

let folder: string
let game: TestGame
beforeAll(async () => {
  folder = await temporaryFolder()
  game = await startGame({ folder })
})
afterAll(async () => {
  await game.close()
  await rm(folder, { recursive: true })
})

const staff = (...args: string[]) =>
  runCli(['staff', ...args], { DABBLE_DATA: folder, PUBLIC_URL: 'https://booth.example' })

it('prints a code that pairs a device of the running game, with its address and QR code', async () => {
  const { code, stdout } = await staff('pair')
  expect(code).toBe(0)
  const [, pairing] = /https:\/\/booth\.example\/staff\?pair=(\S+)/.exec(stdout) as RegExpExecArray
  expect(stdout).toContain('█')
  expect(stdout).toMatch(new RegExp(`${pairing}, for one device, valid for 10 minutes`))
  const { crew } = game.visitor().client.staff
  expect(await crew.pair.mutate({ code: pairing as string })).toMatchObject({ paired: true, needsOwner: true })
})

it('lists the crew and its devices', async () => {
  const { client, member } = await staffOf(game)
  const own = (await client.staff.crew.devices.query()).find(device => device.own)
  await client.staff.crew.nameDevice.mutate({ id: own?.id as string, name: 'Tablet' })
  const { code, stdout } = await staff('list')
  expect(code).toBe(0)
  expect(stdout).toContain(`owner  ${member.name}`)
  expect(stdout).toContain(`Tablet, unlocked by ${member.name}`)
})

it('gives somebody a new PIN, and locks the devices they had unlocked', async () => {
  const { client, member, pin } = await staffOf(game, 'staff')
  const { code, stdout } = await staff('reset-pin', ...member.name.toUpperCase().split(' '))
  expect(code).toBe(0)
  const [, fresh] = /is (\d{6})\./.exec(stdout) as RegExpExecArray
  const unlock = (text: string) =>
    client.staff.crew.unlock.mutate({ memberId: member.id, pin: text }).catch(gameErrorOf)
  expect(await client.staff.crew.members.query().catch(gameErrorOf)).toMatchObject({ key: 'staff-locked' })
  expect(await unlock(pin)).toMatchObject({ key: 'pin-wrong' })
  expect(await unlock(fresh as string)).toMatchObject({ member })
})

it('says in a line what is wrong', async () => {
  const nobody = await staff('reset-pin', 'Nobody')
  expect([nobody.code, nobody.stderr]).toEqual([
    1,
    'Nobody of the crew is called "Nobody". "staff list" shows who there is.\n',
  ])
  const unknown = await staff('promote')
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toContain('reset-pin <name>')
  const elsewhere = await runCli(['staff', 'list'], { DABBLE_DATA: `${folder}/none` })
  expect([elsewhere.code, elsewhere.stderr]).toEqual([1, expect.stringContaining('There is no game in')])
})
