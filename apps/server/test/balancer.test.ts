import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { dataFolderAt } from '../src/start/data-folder.ts'
import { startCrowd } from './crowd.ts'
import { staffOf, startGame } from './harness.ts'
import { type InferenceProcess, inferenceToken, startInference } from './inference-process.ts'
import { nginxBinary, startBalancer } from './nginx.ts'

/** Pictures that a sidecar has drawn to the end since it started. */
async function drawnBy({ port }: InferenceProcess): Promise<number> {
  const headers = { authorization: `Bearer ${inferenceToken}` }
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).text()
  return Number(/^dabble_ml_pictures_total (\d+)$/m.exec(text)?.[1])
}

it.skipIf(!nginxBinary)(
  `loses no entry and draws none twice when any of three sidecars behind ${nginxBinary ? 'nginx' : 'nginx (not installed here)'} is killed in the middle of a crowd`,
  async () => {
    const sidecars = await Promise.all([1, 2, 3].map(() => startInference()))
    const balancer = await startBalancer(sidecars.map(({ port }) => `127.0.0.1:${port}`))
    try {
      await using game = await startGame({
        environment: { INFERENCE_URL: balancer.url, INFERENCE_AUTHORIZATION: `Bearer ${inferenceToken}` },
      })
      // The balancer is one address; who is behind it is counted by what they call themselves.
      const { client } = await staffOf(game)
      const { inference } = await client.staff.health.query()
      expect(inference).toMatchObject({ ready: true, notes: [], endpoints: [{ state: 'ready', places: 3 }] })
      const crowd = await startCrowd(game.url, 8)
      let drawn = 0
      for (const sidecar of sidecars) {
        await crowd.plays(5)
        drawn += await drawnBy(sidecar)
        await sidecar.kill()
        await crowd.plays(5)
        await sidecar.restart()
      }
      await crowd.finish()
      for (const sidecar of sidecars) drawn += await drawnBy(sidecar)

      const database = new Database(dataFolderAt(game.config.dataFolder).databaseFile, { readonly: true })
      const states = database.prepare('select state, count(*) from picture group by state').raw().all()
      const unfinished = database.prepare("select count(*) from entry where state != 'done'").pluck().get()
      const known = database.prepare('select id from entry').pluck().all() as string[]
      database.close()
      const pictures = (states[0] as [string, number])[1]
      expect([...crowd.acknowledged.keys()].filter(id => !known.includes(id))).toEqual([])
      expect([unfinished, states]).toEqual([0, [['done', pictures]]])
      expect(pictures).toBeGreaterThan(20)
      // And the target; a kill between drawing and comparing is the only reason to draw one again.
      expect(drawn - 1 - pictures).toBeLessThanOrEqual(sidecars.length)
    } finally {
      await balancer.stop()
      await Promise.all(sidecars.map(sidecar => sidecar.stop()))
    }
  },
  120_000,
)
