import { modelIndexFile, pipelineKind, readJson } from '../bundle/index.ts'
import { type Graph, type OnnxOptions, openGraph } from '../onnx.ts'
import { type SchedulerConfig, schedulerConfig } from '../schedulers/index.ts'
import { type Decoder, openDecoder } from './decoder.ts'
import { latentShape } from './latent-shape.ts'
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
 * Opens a diffusers/Optimum pipeline folder; no bundle.json is needed. `decoder` is the folder of the latents' decoder, `fusedDecoder`
 * a graph of it that ends in 8-bit pictures. Throws BundleError, one line, for what is missing or not supported.
 */
export async function openDiffusion(
  dir: string,
  decoder: string,
  options: OnnxOptions,
  fusedDecoder?: string,
): Promise<Diffusion> {
  const index = readJson(dir, 'model_index.json', modelIndexFile)
  const schedule = readJson(dir, 'scheduler/scheduler_config.json', schedulerConfig)
  const parts = {
    text: await openText(dir, index, options),
    unet: await openGraph(`${dir}/unet/model.onnx`, denoiser, options),
    decoder: await openDecoder(dir, decoder, options, fusedDecoder),
  }
  return {
    ...parts,
    schedule,
    thumbnail: pipelineKind(index) === 'pocket',
    latentShape: picture => latentShape(dir, parts.unet, parts.decoder, picture),
  }
}

const denoiser = {
  inputs: ['sample', 'timestep', 'encoder_hidden_states'],
  optional: ['encoder_attention_mask', 'text_embeds', 'time_ids', 'timestep_cond'],
  outputs: ['out_sample'],
}
