import { BundleError, type BundleManifest, modelIndexFile, pipelineKind, readJson } from '../bundle/index.ts'
import { guidanceEmbedding } from '../pipeline/guidance-embedding.ts'
import { latentShape } from '../pipeline/latent-shape.ts'
import { createScheduler, schedulerConfig } from '../schedulers/index.ts'
import { readDecoderPart } from './decoder.ts'
import { float32 } from './element-types.ts'
import { createFusion, type Fusion, type Value } from './fusion.ts'
import { oneStepFactors } from './one-step-factors.ts'
import { cannot, inputsOf, type Part, readPart, typeOf } from './part.ts'
import { readText } from './text.ts'
import { addPicture, repeated } from './to-pixels.ts'

const guidanceInput = 'timestep_cond'

/**
 * A whole pipeline of one step as one graph: `input_ids` (and `input_ids_2`, SDXL), `noise` [B, C, H, W] float32 → `pixels`
 * [B, height, width, 3]. Schedule and picture size are baked in. Throws BundleError for bundles that draw in another way.
 */
export async function fuseOneStep(manifest: BundleManifest): Promise<Uint8Array> {
  const { dir, picture, steps, guidance } = manifest
  if (steps !== 1) throw new BundleError(`The bundle draws in ${steps} steps: only its decoder can be one graph.`)
  const config = readJson(dir, 'scheduler/scheduler_config.json', schedulerConfig)
  const step = oneStepFactors(createScheduler(config, steps))
  const text = await readText(dir, pipelineKind(readJson(dir, 'model_index.json', modelIndexFile)))
  const unet = await readPart(dir, 'unet/model.onnx')
  const decoder = await readDecoderPart(manifest)
  const distilled = inputsOf(unet).some(({ name }) => name === guidanceInput)
  if (guidance > 1 && !distilled)
    throw new BundleError('Guidance runs the denoiser twice a step: only the decoder can be one graph.')
  if (!decoder.factor) throw cannot(decoder.part.path, 'has no config.json beside it')
  const latents = latentShape(dir, shapes(unet), { graph: shapes(decoder.part), factor: decoder.factor }, picture)
  const batch = commonBatch([
    ...text.encoders.map((encoder): [Part, string] => [encoder, 'input_ids']),
    [unet, 'sample'],
    [decoder.part, 'latent_sample'],
  ])

  const fusion = createFusion('one-step')
  const { op, constant, cast } = fusion
  const times = (value: Value, factor: number) => op('Mul', [value, constant(Float32Array.of(factor), [])])
  const noise = fusion.input('noise', { type: float32, dims: [batch, ...latents] })
  const shown = text.add(fusion, batch, () => noise, picture)
  if (distilled) {
    const size = typeOf(unet, guidanceInput).dims[1]
    if (typeof size !== 'number') throw cannot(unet.path, `leaves the size of "${guidanceInput}" open`)
    const { values, shape } = guidanceEmbedding(guidance, size)
    shown[guidanceInput] = repeated(fusion, values, shape, noise)
  }
  const feeds = { ...shown, sample: times(noise, step.shown), timestep: timestepOf(fusion, unet, step.timestep, noise) }
  const { out_sample } = fusion.embed(unet, feeds)
  const answer = cast(out_sample as Value, float32)
  const denoised = op('Add', [times(noise, step.noise), times(answer, step.output)])
  addPicture(fusion, decoder.part, denoised, decoder, batch)
  return fusion.build()
}

/** One value where the graph asks for one, as most do; one a row where the dimension is the batch. */
function timestepOf(fusion: Fusion, unet: Part, timestep: number, like: Value): Value {
  const [dimension] = typeOf(unet, 'timestep').dims
  if (dimension === undefined) return fusion.constant(Float32Array.of(timestep), [])
  if (typeof dimension === 'number') return fusion.constant(new Float32Array(dimension).fill(timestep), [dimension])
  if (dimension === typeOf(unet, 'sample').dims[0]) return repeated(fusion, Float32Array.of(timestep), [], like)
  return fusion.constant(Float32Array.of(timestep), [1])
}

const shapes = (part: Part) => ({ path: part.path, inputShape: (name: string) => typeOf(part, name).dims })

/** How many pictures at once: any number, or as many as the parts were exported for. */
function commonBatch(inputs: [Part, string][]): number | string {
  const sizes = inputs.map(([part, name]) => ({ part, size: typeOf(part, name).dims[0] }))
  const fixed = sizes.filter(({ size }) => typeof size === 'number')
  const other = fixed.find(({ size }) => size !== fixed[0]?.size)
  if (other) throw cannot(other.part.path, `takes batches of ${other.size}, another part of ${fixed[0]?.size}`)
  return fixed[0]?.size ?? 'batch'
}
