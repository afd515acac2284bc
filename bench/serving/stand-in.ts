import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { pocketDir, readBundleManifest } from '@dabble/ml/bundle'
import { readConfig } from '../../packages/ml/src/config.ts'
import { createApp } from '../../packages/ml/src/http/app.ts'
import { encodePicture } from '../../packages/ml/src/image/encode.ts'
import type { Drawing, DrawRequest, Pipeline } from '../../packages/ml/src/pipeline/index.ts'

/*
 * A sidecar whose GPU is a clock: the real HTTP layer, with its token, its line and its streams, around a pipeline that waits as long as
 * a GPU would draw and takes no core meanwhile. On a machine with two cores it shows what serving costs, and nothing of drawing.
 * It tells its parent of every picture that it has drawn to the end.
 */
const gpuMs = Number(process.env.SIMULATED_GPU_MS)
const config = { ...readConfig(process.env), batch: 1 as const }
const manifest = readBundleManifest(pocketDir)
const { width, height } = manifest.picture

const hashOf = (data: string | Uint8Array) => createHash('sha256').update(data).digest()

async function draw({ prompt, signal }: DrawRequest): Promise<Drawing> {
  await delay(gpuMs, undefined, { signal }).catch(() => signal?.throwIfAborted())
  const colour = hashOf(prompt).subarray(0, 3)
  const data = new Uint8ClampedArray(width * height * 3)
  for (let i = 0; i < data.length; i += 1) data[i] = colour[i % 3] as number
  const picture = await encodePicture({ data, width, height }, 'png')
  process.send?.({ type: 'drawn', prompt })
  return { picture, seconds: { text: 0, denoise: gpuMs / 1000, decode: 0, encode: 0 } }
}

/** A direction that depends on every bit. */
async function embed(data: string | Uint8Array): Promise<Float32Array> {
  const hash = hashOf(data)
  const vector = Float32Array.from(
    { length: manifest.embedding.dimensions },
    (_, i) => (hash[i % 32] as number) - 127.5,
  )
  const length = Math.hypot(...vector)
  return vector.map(value => value / length)
}

const pipeline: Pick<Pipeline, 'manifest' | 'draw' | 'drawBatch' | 'embedPicture' | 'embedText'> = {
  manifest,
  draw,
  drawBatch: async requests => Promise.allSettled(requests.map(draw)),
  embedPicture: embed,
  embedText: embed,
}
const app = createApp(config)
app.setPipeline(pipeline as Pipeline)
await app.server.listen({ host: config.host, port: config.port })
process.on('disconnect', () => process.exit(0))
process.send?.({ type: 'ready', port: config.port })
