import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { nicknames } from '../src/rehearsal/crowd.ts'
import { createVisitor, temporaryFolder } from './harness.ts'
import { bareEnvironment, childrenOf, freePort, isGone, runCli } from './server-process.ts'

const cli = resolve(import.meta.dirname, '../src/cli/main.ts')

it('lets staff practise with a crowd, prizes, a ghost and a rude nickname, and takes everything down on Ctrl-C', async () => {
  const root = await temporaryFolder()
  const data = join(root, 'data')
  const port = String(await freePort())
  const child = spawn(process.execPath, [cli, 'rehearse', '--players', '3', '--minutes', '5'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...bareEnvironment,
      DABBLE_DATA: data,
      PORT: port,
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', chunk => (said += chunk))
  while (!/To do/.test(said)) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const pin = /Staff PIN +(\d+)/.exec(said)?.[1] as string
  const code = /pairing code ([\w-]+)/.exec(said)?.[1] as string

  const { client } = createVisitor(`http://127.0.0.1:${port}`)
  const { members } = await client.staff.crew.pair.mutate({ code })
  await client.staff.crew.unlock.mutate({ memberId: members[0]?.id as string, pin })
  expect((await client.staff.prizes.list.query()).map(({ kind }) => kind).toSorted()).toEqual([
    'draw',
    'participation',
    'rank',
    'spot',
  ])
  for (;;) {
    const players = await client.staff.players.search.query({ text: '' })
    const drawn = players.filter(({ entries }) => entries > 0)
    if (players.length === 3 && players.some(({ ghost }) => ghost) && drawn.length > 0) break
    await delay(300)
  }
  const processes = await childrenOf(child.pid as number)
  expect(processes.length).toBeGreaterThanOrEqual(2)
  child.kill('SIGINT')
  expect((await once(child, 'exit'))[0]).toBe(0)
  for (const pid of processes) expect(await isGone(pid)).toBe(true)
  // The real game was not touched, not even made.
  expect(existsSync(data)).toBe(false)
  expect(existsSync(join(root, 'data-rehearsal', 'rehearsal'))).toBe(true)
  await rm(root, { recursive: true })
}, 180_000)

it('leaves a folder alone that holds a game which is no rehearsal', async () => {
  const root = await temporaryFolder()
  const folder = join(root, 'data-rehearsal')
  await mkdir(folder)
  new Database(join(folder, 'dabble.sqlite')).exec('create table precious (x)').close()
  await writeFile(join(folder, 'note'), 'mine')
  const { code, stderr } = await runCli(['rehearse'], { DABBLE_DATA: join(root, 'data') })
  expect([code, stderr]).toEqual([1, expect.stringMatching(/holds a game that is no rehearsal[^\n]*\n$/)])
  expect(existsSync(join(folder, 'note'))).toBe(true)
  expect((await runCli(['rehearse', '--players', 'many'], { DABBLE_DATA: join(root, 'data') })).stderr).toContain(
    '--players',
  )
  await rm(root, { recursive: true })
})

it('has as many people as asked for, each with a name of their own', () => {
  for (const players of [2, 14, 60]) {
    const names = nicknames(players)
    expect([names.length, new Set(names).size]).toEqual([players, players])
    expect(names.every(name => [...new Intl.Segmenter().segment(name)].length <= 20)).toBe(true)
  }
})
