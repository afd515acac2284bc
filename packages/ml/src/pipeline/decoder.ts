import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BundleError, readJson } from '../bundle/index.ts'
import { type Graph, type OnnxOptions, openGraph } from '../onnx.ts'
import { type Pixels, toPixels } from './pixels.ts'
import { product, type Rows, rowRunner } from './rows.ts'

/** vae_decoder/config.json or taesd/config.json, by diffusers' names. Statistics of single channels are refused, not ignored. */
const decoderFile = z.object({
  _class_name: z.enum(['AutoencoderKL', 'AutoencoderTiny']),
  block_out_channels: z.array(z.int()).min(1).optional(),
  decoder_block_out_channels: z.array(z.int()).min(1).optional(),
  scaling_factor: z.number().positive().optional(),
  shift_factor: z.number().nullish(),
  latents_mean: z.null().optional(),
  latents_std: z.null().optional(),
})

export type Decoder = {
  graph: Graph
  /** Pixels of the picture to one of the latents, each way. */
  factor: number
  /** Latents of B pictures, each of this shape → [B, 3, height, width] in about [-1, 1]. */
  planes(latents: Float32Array, latentShape: readonly number[]): Promise<Rows>
  /** The same as 8-bit pictures. */
  decode(latents: Float32Array, latentShape: readonly number[]): Promise<Pixels[]>
}

/**
 * Opens the decoder in a pipeline's folder: its VAE, a tiny autoencoder (TAESD) in its place, which has its own scaling, or, without
 * config.json, a graph of fixed shape that takes latents as they are. Throws BundleError.
 */
export async function openDecoder(dir: string, folder: string, options: OnnxOptions): Promise<Decoder> {
  const path = join(dir, folder, 'model.onnx')
  const graph = await openGraph(path, { inputs: ['latent_sample'], outputs: ['sample'] }, options)
  const { factor, scaling, shift } = existsSync(join(dir, folder, 'config.json'))
    ? fromConfig(readJson(dir, `${folder}/config.json`, decoderFile))
    : { factor: fixedFactor(graph), scaling: 1, shift: 0 }

  async function planes(latents: Float32Array, latentShape: readonly number[]) {
    const runner = rowRunner(graph, 'latent_sample', latents.length / product(latentShape))
    const scaled = scaling === 1 && shift === 0 ? latents : latents.map(x => x / scaling + shift)
    const [sample] = await runner.run({ latent_sample: runner.tensors('latent_sample', scaled, latentShape) }, [
      'sample',
    ])
    return sample
  }

  return { graph, factor, planes, decode: async (latents, shape) => toPixels(await planes(latents, shape)) }
}

function fromConfig(config: z.infer<typeof decoderFile>) {
  const blocks = config.block_out_channels ?? config.decoder_block_out_channels ?? []
  // Configurations older than the setting belong to the first Stable Diffusion.
  const scaling = config.scaling_factor ?? (config._class_name === 'AutoencoderKL' ? 0.18215 : 1)
  return { factor: 2 ** (blocks.length - 1), scaling, shift: config.shift_factor ?? 0 }
}

function fixedFactor(graph: Graph): number {
  const factor = Number(graph.outputShape('sample')[3]) / Number(graph.inputShape('latent_sample')[3])
  if (Number.isInteger(factor)) return factor
  throw new BundleError(`${graph.path}: without a config.json beside it, its input and output need fixed shapes.`)
}
