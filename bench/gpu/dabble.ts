import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { exists } from '@dabble/ml/models'
import { measureBareClip } from './bare-clip.ts'
import { callers } from './callers.ts'
import { conditions } from './conditions.ts'
import { readGpuOptions } from './options.ts'
import { measurePictures } from './pictures.ts'
import { type Sidecar, withSidecar } from './sidecar.ts'

/** The real sidecar on the bundles, through HTTP: pictures of one caller and of eight at once, embeddings, then CLIP's graph alone. */
const { work, provider, device, turns } = readGpuOptions(process.argv.slice(2))
const say = (line: string) => void process.stdout.write(`${line}\n`)
const environmentOf = (bundle: string, batch: 1 | 8) => ({
  DABBLE_ML_BUNDLE: resolve(work, 'models', bundle),
  DABBLE_ML_PROVIDER: provider,
  DABBLE_ML_DEVICE: String(device),
  DABBLE_ML_BATCH: String(batch),
})

/** Undefined where bundles.ts made none. */
async function measureBundle(bundle: string) {
  if (!(await exists(resolve(work, 'models', bundle)))) return
  const alone = await withSidecar(environmentOf(bundle, 1), async sidecar => ({
    start_s: sidecar.startSeconds,
    // Nobody waits for company here; a sidecar with batches gives the first in line a few milliseconds of that.
    one: await measurePictures(sidecar, 1, turns),
    clip: await measureEmbeddings(sidecar),
  }))
  say(`${bundle}: one caller ${alone.one.p50_ms} ms, ${alone.one.per_s} pictures/s`)
  const batched = await withSidecar(environmentOf(bundle, 8), async sidecar => ({
    start_s: sidecar.startSeconds,
    one: await measurePictures(sidecar, 1, turns),
    eight: await measurePictures(sidecar, 8, turns),
    // Two batches' worth: while one is encoded and sent, the next is drawn.
    sixteen: await measurePictures(sidecar, 16, Math.ceil(turns / 2)),
    gpu: (await sidecar.client.models())[0]?.device?.gpu ?? null,
  }))
  say(`${bundle}: eight callers ${batched.eight.per_s} pictures/s, sixteen ${batched.sixteen.per_s}`)
  return { batch_1: alone, batch_8: batched }
}

/** One picture a call, as scores are made; eight callers keep the next one's preparation off the wait. */
async function measureEmbeddings({ client }: Sidecar) {
  const { png } = await client.generate({ prompt: 'a duck on a lake', seed: 1, deadlineMs: 300_000 })
  const embed = () => client.embedImage(png, 'image/png', { deadlineMs: 300_000 })
  return { one: await callers(1, turns, embed), eight: await callers(8, turns, embed) }
}

const before = await conditions(device)
const result = {
  pictures: {
    vae: await measureBundle('turbo-vae'),
    vae_fused: await measureBundle('turbo-vae-fused'),
    taesd: await measureBundle('turbo-taesd'),
    taesd_fused: await measureBundle('turbo-taesd-fused'),
  },
  clip_graph: await measureBareClip(resolve(work, 'exported/clip'), { provider, threads: 1, device }, turns),
  conditions: { ...before, provider, turns, threads: 1 },
}
const out = resolve(work, 'results/dabble.json')
await mkdir(resolve(work, 'results'), { recursive: true })
await writeFile(out, `${JSON.stringify(result, null, 2)}\n`)
say(`${out} written`)
export type DabbleResult = typeof result
process.exit()
