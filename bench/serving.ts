import { rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { openToRead } from '../apps/server/src/db/read.ts'
import { dataFolderAt } from '../apps/server/src/start/data-folder.ts'
import { startCrowd } from '../apps/server/test/crowd.ts'
import { startGame, temporaryFolder } from '../apps/server/test/harness.ts'
import { type InferenceProcess, inferenceToken, startInference } from '../apps/server/test/inference-process.ts'
import { nginxBinary, startBalancer } from '../apps/server/test/nginx.ts'
import { drawPictures, rateOf } from './serving/pictures.ts'

const standIn = resolve(import.meta.dirname, 'serving/stand-in.ts')
/** What one picture takes on the GPU that is not there. */
const gpuMs = 800
const players = 16
const pictures = { one: 26, three: 66 }

/**
 * A real game in front of one and of three sidecars, whose GPUs are clocks (`serving/stand-in.ts`): with real models two cores would be
 * what is measured. Then each of the three is killed with SIGKILL in the middle of a crowd, and everything is counted.
 */
export async function run(say: (line: string) => void): Promise<Record<string, unknown>> {
  const load = loadavg()[0]
  const drawn = new Map<string, number>()
  const sidecars = await Promise.all([1, 2, 3].map(() => startInference(standIn, { SIMULATED_GPU_MS: String(gpuMs) })))
  const listen = ({ child }: InferenceProcess) =>
    child.on('message', ({ type, prompt }: { type: string; prompt: string }) => {
      if (type === 'drawn') drawn.set(prompt, (drawn.get(prompt) ?? 0) + 1)
    })
  sidecars.forEach(listen)
  const addresses = sidecars.map(({ port }) => `127.0.0.1:${port}`)
  const balancer = nginxBinary ? await startBalancer(addresses) : null
  const three = balancer?.url ?? addresses.map(address => `http://${address}`).join(',')
  const folder = await temporaryFolder()
  const { databaseFile } = dataFolderAt(folder)
  const play = (url: string) =>
    startGame({
      folder,
      environment: { INFERENCE_URL: url, INFERENCE_AUTHORIZATION: `Bearer ${inferenceToken}` },
    })
  try {
    const alone = await play(`http://${addresses[0]}`)
    await drawPictures(alone.url, players, pictures.one, 'one swan')
    await alone.close()
    const one = rateOf(databaseFile, 'one swan')
    say(`one sidecar: ${one.toFixed(2)} pictures/s`)

    const game = await play(three)
    await drawPictures(game.url, players, pictures.three, 'three swans')
    const many = rateOf(databaseFile, 'three swans')
    say(`three sidecars: ${many.toFixed(2)} pictures/s`)

    const crowd = await startCrowd(game.url, players)
    for (const sidecar of sidecars) {
      await crowd.plays(players)
      await sidecar.kill()
      say('one of three killed')
      await crowd.plays(players)
      await sidecar.restart()
      listen(sidecar)
    }
    await crowd.finish()
    await game.close()
    const { lost, unfinished } = endsOf(databaseFile, [...crowd.acknowledged.keys()])
    return {
      throughput_ratio: Number((many / one).toFixed(3)),
      one_pictures_per_s: Number(one.toFixed(3)),
      three_pictures_per_s: Number(many.toFixed(3)),
      simulated_gpu_ms: gpuMs,
      balancer: balancer ? 'nginx' : 'the game itself, three addresses',
      kills: sidecars.length,
      acknowledged: crowd.acknowledged.size,
      lost,
      unfinished,
      duplicated: [...drawn.values()].filter(times => times > 1).length,
      drawn: drawn.size,
      cores: availableParallelism(),
      cpu: cpus()[0]?.model.trim(),
      load_before: load,
      node: process.version,
    }
  } finally {
    await balancer?.stop()
    for (const sidecar of sidecars) await sidecar.kill()
    await rm(folder, { recursive: true })
  }
}

/** Acknowledged entries that the database does not have, and those that have not been drawn. */
function endsOf(databaseFile: string, acknowledged: string[]): { lost: number; unfinished: number } {
  const database = openToRead(databaseFile).$client
  const states = new Map(database.prepare('select id, state from entry').raw().all() as [string, string][])
  database.close()
  return {
    lost: acknowledged.filter(id => !states.has(id)).length,
    unfinished: acknowledged.filter(id => states.has(id) && states.get(id) !== 'done').length,
  }
}
