import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { dataFolderAt } from '../src/start/data-folder.ts'
import { startGame, testRules } from './harness.ts'

const crashOnMarker = fileURLToPath(new URL('./fixtures/crash-on-marker.mjs', import.meta.url))

it('gives up a prompt that crashes the sidecar after three attempts, refunds it, and draws the others meanwhile', async () => {
  await using game = await startGame({
    inference: { nodeArgs: ['--import', crashOnMarker] },
    // So slow a pace that only a refund lets the same player try again.
    firstRound: { ...testRules, minGapMs: 3_600_000 },
  })
  const [unlucky, ...others] = await Promise.all(Array.from({ length: 5 }, () => game.join()))
  if (!unlucky) throw new Error('nobody joined')
  const ended: string[] = []
  const crashing = await unlucky.send('crash the model')
  const failed = unlucky.ended(crashing.id).then(entry => {
    ended.push('crash')
    return entry
  })
  const drawn = others.map(async (player, i) => {
    const entry = await player.ended((await player.send(`a house and ${i + 2} trees`)).id)
    ended.push('other')
    return entry
  })

  for (const entry of await Promise.all(drawn)) expect(entry.state).toBe('done')
  expect(await failed).toMatchObject({ state: 'failed', picture: null, score: null })
  expect(ended.at(-1)).toBe('crash')

  const database = new Database(dataFolderAt(game.config.dataFolder).databaseFile, { readonly: true })
  const picture = database.prepare("select failures, failure from picture where prompt = 'crash the model'").get()
  database.close()
  expect(picture).toEqual({ failures: 3, failure: 'the sidecar ended while drawing it' })

  const refunded = await unlucky.ended((await unlucky.send('a duck')).id)
  expect(refunded.state).toBe('done')
  await expect(unlucky.send('a swan')).rejects.toMatchObject({ data: { game: { key: 'too-fast' } } })
})
