import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Knot } from '@dabble/ml/calibration'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { round } from '../src/db/schema.ts'
import { createRound, type Round } from '../src/game/round.ts'
import { startGame, type TestGame, temporaryFolder, withDatabase } from './harness.ts'
import { bareEnvironment, childrenOf, runCli } from './server-process.ts'

const cli = resolve(import.meta.dirname, '../src/cli/main.ts')

let folder: string
let game: TestGame
let open: Round
let draft: Round
beforeAll(async () => {
  folder = await temporaryFolder()
  game = await startGame({ folder })
  withDatabase(game, db => {
    open = db.select().from(round).get() as Round
    const { id: _, ...like } = open
    draft = createRound(db, { ...like, state: 'draft', openedAt: null }, Date.now())
  })
})
afterAll(async () => {
  await game.close()
  await rm(folder, { recursive: true })
})

const calibrationOf = ({ id }: Round) =>
  withDatabase(game, db => db.select().from(round).where(eq(round.id, id)).get()?.calibration)

it('leaves nothing half done when it is stopped while it draws', async () => {
  const child = spawn(process.execPath, [cli, 'calibrate', '--pictures', '20', '--apply'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...bareEnvironment, DABBLE_DATA: folder },
  })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    told += text
  })
  while (!told.includes('of 20 pictures')) await once(child.stderr, 'data')
  const sidecars = await childrenOf(child.pid as number)
  expect(sidecars).toHaveLength(1)
  child.kill('SIGINT')
  const [code] = await once(child, 'close')
  expect(code).toBe(130)
  expect(told.trim().split('\n').at(-1)).toBe('Stopped. Nothing was changed.')
  expect(calibrationOf(draft)).toEqual(draft.calibration)
  expect(existsSync(join(folder, 'calibration'))).toBe(false)
  expect(existsSync(`/proc/${sidecars[0]}`)).toBe(false)
})

it('measures for the draft beside a running game, draws a plot, and pins what it found', async () => {
  const { code, stdout, stderr } = await runCli(['calibrate', '--pictures', '12', '--apply'], { DABBLE_DATA: folder })
  expect({ code, stderr: stderr.split('\n').at(-2) }).toEqual({ code: 0, stderr: '  12 of 12 pictures, 0 s left' })
  expect(stdout).toContain(`Pinned on the round "${draft.title.en}".`)
  const [, [zero], [good, score]] = calibrationOf(draft) as [Knot, Knot, Knot, Knot]
  expect(stdout).toMatch(new RegExp(`median of other prompts +${zero.toFixed(4)} `))
  // Pictures of one prompt are near-copies of each other here, and others are not.
  expect([score, zero < 0.7, good > 0.9]).toEqual([95, true, true])
  expect(calibrationOf(open)).toEqual(open.calibration)

  const [plot] = await readdir(join(folder, 'calibration'))
  const svg = await readFile(join(folder, 'calibration', plot as string), 'utf8')
  expect(stdout).toContain(plot)
  for (const text of [stdout, stderr, svg]) expect(text).not.toContain(open.targetPrompt)
})

it('says at once what it cannot do', async () => {
  const refusals = [
    [['--round', open.id, '--apply'], /is open, and its calibration was pinned when it opened\. Make a new round/],
    [['--pictures', '3'], /--pictures is a whole number from 12/],
  ] as const
  for (const [args, message] of refusals) {
    const { code, stdout, stderr } = await runCli(['calibrate', ...args], { DABBLE_DATA: folder })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trim()).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
})
