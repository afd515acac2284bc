import type { Graph, Tensor } from '../onnx.ts'
import { guidanceEmbedding } from './guidance-embedding.ts'
import { concat, type Rows, rowRunner } from './rows.ts'
import type { Conditioning } from './text/index.ts'

export type PredictOptions = {
  /** What the denoiser is shown of each row's prompt. */
  text: readonly Conditioning[]
  /** What guidance leads away from, for all rows. */
  negative: Conditioning
  /** At most 1 is off, as in diffusers. */
  guidance: number
  /** [C, H, W] of one row. */
  latentShape: readonly number[]
}

/** Input of denoisers that were distilled with guidance in them (Luo et al. 2023). */
const guidanceInput = 'timestep_cond'

/**
 * The denoiser with classifier-free guidance (Ho & Salimans 2022): [B, C, H, W] as the scheduler scales it → its answer, the same
 * shape. All rows are at the same timestep; with guidance each is run beside its negative, prompts first, in one batch.
 */
export function createPredict(unet: Graph, { text, negative, guidance, latentShape }: PredictOptions) {
  const distilled = unet.inputs.includes(guidanceInput)
  const guided = guidance > 1 && !distilled
  const shown = guided ? [...text, ...text.map(() => negative)] : text
  const runner = rowRunner(unet, 'sample', shown.length)

  const feeds: Record<string, Tensor[]> = {}
  for (const [name, { shape }] of Object.entries(negative))
    if (unet.inputs.includes(name))
      feeds[name] = runner.tensors(name, concat(shown.map(row => (row[name] as Rows).values)), shape)
  if (distilled) {
    const embedding = guidanceEmbedding(guidance, unet.inputShape(guidanceInput)[1] as number)
    feeds[guidanceInput] = runner.tensors(guidanceInput, concat(shown.map(() => embedding.values)), embedding.shape)
  }

  return async (sample: Float32Array, timestep: number): Promise<Float32Array> => {
    feeds.sample = runner.tensors('sample', guided ? concat([sample, sample]) : sample, latentShape)
    feeds.timestep = timesteps(timestep)
    const [{ values }] = await runner.run(feeds, ['out_sample'])
    return guided ? guide(values, guidance) : values
  }

  /** One value where the graph asks for one, as most do; one a row where the dimension is the batch. */
  function timesteps(timestep: number): Tensor[] {
    const [dimension] = unet.inputShape('timestep')
    if (dimension === undefined) return runner.shared('timestep', Float32Array.of(timestep), [])
    if (typeof dimension === 'number')
      return runner.shared('timestep', new Float32Array(dimension).fill(timestep), [dimension])
    if (dimension !== unet.inputShape('sample')[0]) return runner.shared('timestep', Float32Array.of(timestep), [1])
    return runner.tensors('timestep', new Float32Array(shown.length).fill(timestep), [])
  }
}

function guide(pairs: Float32Array, guidance: number): Float32Array {
  const half = pairs.length / 2
  const guided = pairs.slice(0, half)
  for (let i = 0; i < half; i++) {
    const away = pairs[half + i] as number
    guided[i] = away + guidance * ((guided[i] as number) - away)
  }
  return guided
}
