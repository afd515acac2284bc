import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../../db/open.ts'
import { award, prize } from '../../db/schema.ts'
import { createFixture, start } from '../testing/fixture.ts'
import { addPrize, played } from '../testing/prizes.ts'
import { handOver } from './claim.ts'

it('loses no hand-over and counts the stock right when the process is killed, and asking again gives nothing twice', async () => {
  const game = createFixture()
  const pouch = addPrize(game, 'participation', 1_000)
  const players = Array.from({ length: 120 }, () => played(game).id)
  const giver = join(import.meta.dirname, '../testing/endless-giver.ts')
  const told: string[] = []
  for (const most of [15, 40]) {
    const rest = players.filter(id => !told.includes(id))
    const child = spawn(process.execPath, [giver, game.file, ...rest], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    for await (const id of createInterface(child.stdout)) {
      told.push(id)
      if (told.length === most) child.kill('SIGKILL')
    }
    expect(await ended).toEqual([null, 'SIGKILL'])
  }
  const db = openDatabase(game.file)
  const given = () => db.select().from(award).all()
  const stored = given()
  expect(stored.map(({ playerId }) => playerId)).toEqual(expect.arrayContaining(told))
  expect(stored.length).toBeLessThan(players.length)
  for (const { claimedAt } of stored) expect(claimedAt).toBe(1)
  expect(db.select().from(prize).get()?.given).toBe(stored.length)

  // The screens whose answers were lost ask again, for everybody.
  for (const playerId of players) {
    handOver(db, { playerId, prizeId: pouch, sharedDevice: false }, { nonce: playerId, author: 'staff', now: start })
  }
  expect(given().map(({ playerId }) => playerId)).toHaveLength(players.length)
  expect(db.select().from(prize).get()?.given).toBe(players.length)
  expect(given().filter(({ claimedAt }) => claimedAt === 1)).toHaveLength(stored.length)
  closeDatabase(db)
})
