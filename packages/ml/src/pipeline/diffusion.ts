import { BundleError, modelIndexFile, pipelineKind, readJson } from '../bundle/index.ts'
import { type Graph, type OnnxOptions, openGraph } from '../onnx.ts'
import { type SchedulerConfig, schedulerConfig } from '../schedulers/index.ts'
import { type Decoder, openDecoder } from './decoder.ts'
import { openText, type PictureSize, type TextConditioner } from './text/index.ts'

/** The parts of a pipeline folder, open. What and how to draw is told with each call. */
export type Diffusion = {
  schedule: SchedulerConfig
  text: TextConditioner
  unet: Graph
  decoder: Decoder
  /** Whether latents are a thumbnail of the picture, with values in [-1, 1] that the last step may overshoot. */
  thumbnail: boolean
  /** [C, H, W] of a picture's latents. Throws BundleError for sizes that these graphs do not draw. */
  latentShape(picture: PictureSize): number[]
}

/**
 * Opens a diffusers/Optimum pipeline folder; no bundle.json is needed. `decoder` is the folder of the latents' decoder. Throws
 * BundleError, one line, for what is missing or not supported.
 */
export async function openDiffusion(dir: string, decoder: string, options: OnnxOptions): Promise<Diffusion> {
  const index = readJson(dir, 'model_index.json', modelIndexFile)
  const schedule = readJson(dir, 'scheduler/scheduler_config.json', schedulerConfig)
  const parts = {
    text: await openText(dir, index, options),
    unet: await openGraph(`${dir}/unet/model.onnx`, denoiser, options),
    decoder: await openDecoder(dir, decoder, options),
  }
  return {
    ...parts,
    schedule,
    thumbnail: pipelineKind(index) === 'pocket',
    latentShape: picture => latentShape(parts, picture),
  }
}

const denoiser = {
  inputs: ['sample', 'timestep', 'encoder_hidden_states'],
  optional: ['encoder_attention_mask', 'text_embeds', 'time_ids', 'timestep_cond'],
  outputs: ['out_sample'],
}

function latentShape({ unet, decoder }: Pick<Diffusion, 'unet' | 'decoder'>, { width, height }: PictureSize): number[] {
  const [channels] = unet.inputShape('sample').slice(1)
  const shape = [Number(channels), height / decoder.factor, width / decoder.factor]
  const fits = (dims: readonly (number | string)[]) =>
    shape.every((n, i) => Number.isInteger(n) && (typeof dims[i] !== 'number' || dims[i] === n))
  for (const [graph, input] of [
    [unet, 'sample'],
    [decoder.graph, 'latent_sample'],
  ] as const)
    if (!fits(graph.inputShape(input).slice(1)))
      throw new BundleError(
        `${graph.path}: does not draw ${width}x${height} pictures; its latents are ${shapeText(graph.inputShape(input))}.`,
      )
  return shape
}

const shapeText = (shape: readonly (number | string)[]) => `[${shape.join(', ')}]`
