import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { captchaSolution, entry, picture } from '../db/schema.ts'
import { leasePictures, requeueRunning } from './queue.ts'
import { createFixture, newEntry, solved, start } from './testing/fixture.ts'
import { race } from './testing/race.ts'

const threads = 5
const share = <T>(all: T[]) => Array.from({ length: threads }, (_, i) => all.filter((_, j) => j % threads === i))

it('draws one picture for fifty players who send the same new prompt at once', async () => {
  const game = createFixture()
  const entries = Array.from({ length: 50 }, () => newEntry(game, game.join(), 'a duck on a lake'))
  const results = await race(share(entries).map(entries => ({ file: game.file, entries })))
  expect(results.flat().sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  expect(game.db.select().from(picture).all()).toHaveLength(1)
  game.draw(0.7)
  const ended = game.db.select().from(entry).where(eq(entry.state, 'done')).all()
  expect(ended.map(({ similarity }) => similarity)).toEqual(Array(50).fill(0.7))
})

it('makes one entry of one id sent twenty times at once, and again after its answer was lost', async () => {
  const game = createFixture({ captcha: 'every', minGapMs: 10_000 })
  const input = { ...newEntry(game, game.join(), 'a duck'), captcha: solved('once') }
  const results = await race(share(Array(20).fill(input)).map(entries => ({ file: game.file, entries })))
  expect(results.flat()).toEqual(Array(20).fill(1))
  expect(game.db.select().from(entry).all()).toHaveLength(1)
  expect(await race([{ file: game.file, entries: [input] }])).toEqual([[1]])
})

it('spends a CAPTCHA solution once, whoever comes first', async () => {
  const game = createFixture({ captcha: 'every' })
  const entries = Array.from({ length: 16 }, () => ({
    ...newEntry(game, game.join(), 'a duck'),
    captcha: solved('one'),
  }))
  const results = (await race(share(entries).map(entries => ({ file: game.file, entries })))).flat()
  expect(results.filter(result => result === 1)).toHaveLength(1)
  expect(results.filter(result => result === 'captcha-used')).toHaveLength(15)
  expect(game.db.select().from(captchaSolution).all()).toHaveLength(1)
})

it('lets a player in two tabs have one unfinished entry', async () => {
  const game = createFixture()
  const kim = game.join()
  const entries = Array.from({ length: 8 }, (_, i) => newEntry(game, kim, `prompt ${i}`))
  const results = (await race(share(entries).map(entries => ({ file: game.file, entries })))).flat()
  expect(results.sort()).toEqual([1, ...Array(7).fill('entry-unfinished')])
})

it('leases no picture twice', async () => {
  const game = createFixture()
  for (let i = 0; i < 20; i += 1) game.enter(game.join(), `${i}`)
  const leased = (await race(Array(4).fill({ file: game.file, leases: 6 }))).flat()
  expect(leased.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
})

it('loses no acknowledged entry when the process is killed', async () => {
  const game = createFixture()
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/endless-player.ts'), game.file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    const most = acknowledged.length + 20 + round * 7
    for await (const id of createInterface(child.stdout)) {
      acknowledged.push(id)
      if (acknowledged.length === most) child.kill('SIGKILL')
    }
    expect(await ended).toEqual([null, 'SIGKILL'])
  }
  const db = openDatabase(game.file)
  const stored = new Map(
    db
      .select()
      .from(entry)
      .all()
      .map(({ id, state }) => [id, state]),
  )
  for (const id of acknowledged) expect(stored.get(id)).toBe('queued')
  const running = () => db.select().from(picture).where(eq(picture.state, 'running')).all()
  expect(running()).not.toEqual([])
  requeueRunning(db, start)
  expect(running()).toEqual([])
  expect(leasePictures(db, 1_000, start)).toHaveLength(stored.size)
  closeDatabase(db)
})
