import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { dataFolderAt } from '../src/start/data-folder.ts'
import { startGame, type TestGame, type TestPlayer } from './harness.ts'
import { childrenOf, isGone } from './server-process.ts'

const growOnMarker = fileURLToPath(new URL('./fixtures/grow-on-marker.mjs', import.meta.url))

/** Everybody sends a prompt, one after the other; resolves when all entries have ended. */
async function play(players: TestPlayer[], prompts: string[]) {
  const ids: string[] = []
  for (const [i, prompt] of prompts.entries()) ids.push((await (players[i] as TestPlayer).send(prompt)).id)
  return Promise.all(ids.map((id, i) => (players[i] as TestPlayer).ended(id)))
}

/** Attempts and failures of every picture, in the order of their entries. */
function attempts({ config }: TestGame) {
  const database = new Database(dataFolderAt(config.dataFolder).databaseFile, { readonly: true })
  const rows = database.prepare('select prompt, attempt, failures from picture order by id').all()
  database.close()
  return rows
}

const join = (game: TestGame, count: number) => Promise.all(Array.from({ length: count }, () => game.join()))

describe.runIf(process.platform === 'linux')('nobody loses an entry', () => {
  it('when the sidecar has grown too much: it is replaced between two pictures, and none is drawn twice', async () => {
    await using game = await startGame({
      inference: { nodeArgs: ['--import', growOnMarker], growth: { factor: 1, bytes: 128 * 2 ** 20 } },
    })
    const players = await join(game, 4)
    const [grown] = (await childrenOf(process.pid)) as [number]
    const prompts = ['grow the model', 'a duck on the grass', 'a house', 'a frog']
    for (const entry of await play(players, prompts)) expect(entry.state).toBe('done')
    const after = await childrenOf(process.pid)
    expect(after).toHaveLength(1)
    expect(after).not.toContain(grown)
    expect(attempts(game)).toEqual(prompts.map(prompt => ({ prompt, attempt: 1, failures: 0 })))
  })

  it('when the sidecar hangs: it is killed at the deadline and replaced, and only its picture is charged', async () => {
    // Long enough for a picture on a machine that is busy with others: what is late is killed, too.
    const deadlineMs = 3_000
    await using game = await startGame({ inference: { deadlineMs } })
    const players = await join(game, 4)
    const [hung] = (await childrenOf(process.pid)) as [number]
    process.kill(hung, 'SIGSTOP')
    const began = performance.now()
    const killed = isGone(hung, 10_000).then(() => performance.now() - began)
    const prompts = ['a swan', 'a duck', 'a house', 'a frog']
    for (const entry of await play(players, prompts)) expect(entry.state).toBe('done')
    expect(await killed).toBeGreaterThan(deadlineMs * 0.9)
    expect(await killed).toBeLessThan(deadlineMs * 3)
    const after = await childrenOf(process.pid)
    expect(after).toHaveLength(1)
    expect(after).not.toContain(hung)
    expect(attempts(game)).toEqual([
      { prompt: 'a swan', attempt: 2, failures: 1 },
      ...prompts.slice(1).map(prompt => ({ prompt, attempt: 1, failures: 0 })),
    ])
  })
})
