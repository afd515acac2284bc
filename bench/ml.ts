import { availableParallelism, cpus, loadavg } from 'node:os'
import { BundleError, verifyBundle } from '@dabble/ml/bundle'
import { ModelsError } from '@dabble/ml/models'
import { createPipeline } from '@dabble/ml/pipeline'
import { batchSizes } from '../packages/ml/src/pipeline/batch-sizes.ts'
import { UsageError } from './bench.ts'
import { withBundleOf } from './ml/borrowed-bundle.ts'
import { measureBatch } from './ml/measure-batch.ts'
import { type MlOptions, readMlOptions } from './ml/options.ts'

/**
 * Where the milliseconds of a scored picture go, in batches of 1, 2, 4 and 8: every stage, the whole, and the bare graphs beside it
 * in the same run. Of pocket, of `--bundle DIR`, or of `--pipeline DIR`, a diffusers folder without bundle.json.
 */
export async function run(say: (line: string) => void, args: readonly string[]): Promise<Record<string, unknown>> {
  const options = readMlOptions(args)
  const { pipeline, clip, taesd, picture, steps, guidance } = options
  const measure = (bundle: string) => measureBundle(bundle, options, say)
  try {
    if (!pipeline) return await measure(options.bundle)
    return await withBundleOf({ pipeline, clip, taesd, picture, steps, guidance }, measure)
  } catch (error) {
    throw error instanceof BundleError || error instanceof ModelsError ? new UsageError(error.message) : error
  }
}

async function measureBundle(bundle: string, options: MlOptions, say: (line: string) => void) {
  const { provider, device, threads, batch: most, turns } = options
  const load = loadavg()[0]
  const manifest = await verifyBundle(bundle)
  const pipeline = await createPipeline(manifest, { provider, threads, device }, most)
  const batches = []
  for (const size of batchSizes(most)) {
    const measured = await measureBatch(pipeline, size, { warmUp: 2, measured: turns })
    say(`batch ${size}: ${measured.whole_ms} ms, ${measured.ratio} of the bare graphs`)
    batches.push(measured)
  }
  const { name, picture, steps, guidance, decoder = 'vae_decoder' } = manifest
  return {
    bundle: options.pipeline ?? name,
    width: picture.width,
    height: picture.height,
    steps,
    guidance,
    decoder,
    provider,
    threads,
    turns,
    overhead_ratio: batches[0]?.ratio,
    batches,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim(),
    load_before: load,
    node: process.version,
  }
}
