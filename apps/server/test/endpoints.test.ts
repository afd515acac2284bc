import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { EndpointView } from '@dabble/api'
import { pocketDir } from '@dabble/ml/bundle'
import { createInferenceClient } from '@dabble/ml/client'
import { expect, it, onTestFinished } from 'vitest'
import { startCrowd } from './crowd.ts'
import { staffOf, startGame, type TestGame, temporaryFolder } from './harness.ts'
import { type InferenceProcess, inferenceToken, startInference } from './inference-process.ts'
import { childrenOf } from './server-process.ts'

const urlOf = ({ port }: InferenceProcess) => `http://127.0.0.1:${port}`

async function started(environment?: NodeJS.ProcessEnv): Promise<InferenceProcess> {
  const inference = await startInference(undefined, environment)
  onTestFinished(inference.stop)
  return inference
}

/** pocket with another number of steps: whole and sound, and another bundle. */
async function otherBundle(): Promise<string> {
  const folder = join(await temporaryFolder(), 'other')
  onTestFinished(() => rm(join(folder, '..'), { recursive: true }))
  await cp(pocketDir, folder, { recursive: true })
  const file = join(folder, 'bundle.json')
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), steps: 3 }))
  return folder
}

/** A door that lets nobody in. */
async function lockedDoor(): Promise<string> {
  const server = createServer((_, response) => response.writeHead(401).end('{}')).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise(done => server.once('listening', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** How the crew sees who draws; asking is cheap. */
async function watching(game: TestGame) {
  const { client } = await staffOf(game)
  const look = () => client.staff.health.query()
  const states = async () => (await look()).inference.endpoints.map(({ state }: EndpointView) => state)
  return { look, states }
}

it('draws at every address that has the round’s bundle, and says what keeps the others from it', async () => {
  const [one, two] = await Promise.all([started(), started()])
  const other = await started({ DABBLE_ML_BUNDLE: await otherBundle() })
  const urls = [urlOf(one), urlOf(other), await lockedDoor(), urlOf(two)]
  await using game = await startGame({
    environment: { INFERENCE_URL: urls.join(', '), INFERENCE_AUTHORIZATION: `Bearer ${inferenceToken}` },
  })
  const { look, states } = await watching(game)
  await expect.poll(states).toEqual(['ready', 'other-bundle', 'refused', 'ready'])
  expect((await look()).problems).toContain('endpoint-refused')

  const crowd = await startCrowd(game.url, 5)
  await crowd.plays(5)
  await one.kill()
  await crowd.plays(5)
  await expect.poll(states, { timeout: 20_000 }).toEqual(['away', 'other-bundle', 'refused', 'ready'])
  expect((await look()).problems).toContain('endpoint-away')
  await one.restart()
  await expect.poll(states, { timeout: 20_000 }).toEqual(['ready', 'other-bundle', 'refused', 'ready'])
  await crowd.finish()
  for (const player of new Set(crowd.acknowledged.values())) {
    const { entries } = await player.client.entry.mine.query()
    expect(entries.filter(({ state }) => state !== 'done')).toEqual([])
  }
  const metrics = await fetch(`${urlOf(other)}/metrics`, { headers: { authorization: `Bearer ${inferenceToken}` } })
  expect(await metrics.text()).toContain('\ndabble_ml_pictures_total 0\n')
}, 120_000)

it('an endpoint whose bundle is exchanged between two looks refuses the work itself', async () => {
  const { port } = await started()
  const address = { baseUrl: `http://127.0.0.1:${port}`, token: inferenceToken }
  const picture = { prompt: 'a duck', seed: 1 }
  const pinned = createInferenceClient({ ...address, model: 'pocket@0123456789abcdef' })
  const refusal = { name: 'InferenceRefused', status: 404, code: 'model_not_found' }
  await expect(pinned.generate(picture)).rejects.toMatchObject(refusal)
  await expect(pinned.embedText('a duck')).rejects.toMatchObject(refusal)
})

it('SIDECARS=2: two of our own, each supervised; one that is killed is missed by nobody', async () => {
  const before = await childrenOf(process.pid)
  await using game = await startGame({ environment: { SIDECARS: '2' } })
  const { look, states } = await watching(game)
  await expect.poll(states, { timeout: 20_000 }).toEqual(['ready', 'ready'])
  expect((await look()).inference.endpoints.map(({ number, host }) => [number, host])).toEqual([
    [1, null],
    [2, null],
  ])
  const own = async () => (await childrenOf(process.pid)).filter(pid => !before.includes(pid))
  const crowd = await startCrowd(game.url, 4)
  await crowd.plays(4)
  const [killed] = (await own()) as [number]
  process.kill(killed, 'SIGKILL')
  await crowd.plays(4)
  await crowd.finish()
  await expect.poll(states, { timeout: 20_000 }).toEqual(['ready', 'ready'])
  expect(await own()).not.toContain(killed)
  for (const player of new Set(crowd.acknowledged.values())) {
    const { entries } = await player.client.entry.mine.query()
    expect(entries.filter(({ state }) => state !== 'done')).toEqual([])
  }
}, 120_000)
