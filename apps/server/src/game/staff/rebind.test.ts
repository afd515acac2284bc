import { expect, it } from 'vitest'
import { auditLog } from '../../db/schema.ts'
import { joinPlayer } from '../join.ts'
import { leaveGame } from '../leave.ts'
import { resumePlayer } from '../player.ts'
import { actorOf } from '../testing/crew.ts'
import { call } from '../testing/crew-calls.ts'
import { createFixture, start } from '../testing/fixture.ts'
import { race } from '../testing/race.ts'
import { issueRebindCode, rebindPlayer } from './rebind.ts'

const quarter = 900_000

async function withLostPhone() {
  const game = createFixture()
  const by = await actorOf(game)
  const input = { contestId: game.round.contestId, deviceId: 'lost phone', nickname: 'kim', language: 'ko' } as const
  const { player: kim, recoveryCode } = joinPlayer(game.db, input, start)
  const { code, expiresAt } = issueRebindCode(game.db, { id: kim.id, reason: 'lost it' }, by, start)
  const rebind = (deviceId: string, at = start, text = code) => rebindPlayer(game.db, text, deviceId, at)
  return { game, by, kim, recoveryCode, code, expiresAt, rebind }
}

it('brings a player back on the device that comes first, and leaves the rest as it was', async () => {
  const { game, by, kim, recoveryCode, expiresAt, rebind } = await withLostPhone()
  expect(expiresAt).toBe(start + quarter)
  expect(rebind('new phone').id).toBe(kim.id)
  expect(() => rebind('thief')).toThrow('rebind-code-unknown')
  expect(rebind('new phone', start + quarter - 1).id).toBe(kim.id)
  expect(resumePlayer(game.db, recoveryCode, 'tablet', start).id).toBe(kim.id)
  const log = game.db.select().from(auditLog).all()
  expect(log.slice(-2)).toMatchObject([
    { author: by.id, action: 'player.rebind', subject: kim.id, reason: 'lost it' },
    { author: kim.id, action: 'player.return', subject: kim.id },
  ])
})

it('is used once by many devices that open it at the same moment', async () => {
  const { game, kim, code } = await withLostPhone()
  const devices = ['a', 'b', 'c', 'd']
  const results = await race(devices.map(device => ({ file: game.file, calls: [call('rebind', start, code, device)] })))
  expect(results.flat().filter(result => result === kim.id)).toHaveLength(1)
  expect(results.flat().filter(result => result === 'rebind-code-unknown')).toHaveLength(3)
})

it('is worth nothing after a quarter of an hour, nor once the player has left', async () => {
  const { game, by, kim, rebind } = await withLostPhone()
  expect(() => rebind('new phone', start + quarter)).toThrow('rebind-code-unknown')
  const { code } = issueRebindCode(game.db, { id: kim.id, reason: 'again' }, by, start + quarter)
  leaveGame(game.db, kim.id, start + quarter)
  expect(() => rebind('new phone', start + quarter, code)).toThrow('rebind-code-unknown')
})

it('locks a device out after ten wrong codes within an hour', async () => {
  const { kim, rebind } = await withLostPhone()
  for (let i = 0; i < 10; i += 1)
    expect(() => rebind('thief', start, `2222-2222-222${i}`)).toThrow('rebind-code-unknown')
  expect(() => rebind('thief')).toThrow(
    expect.objectContaining({ key: 'too-many-requests', values: { seconds: 3_600 } }),
  )
  expect(rebind('new phone').id).toBe(kim.id)
})
