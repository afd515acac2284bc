import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BundleError } from '../bundle/index.ts'
import { type Graph, type OnnxOptions, openGraph } from '../onnx.ts'
import { readDecoderConfig } from './decoder-config.ts'
import { pixelOutputs, runToPixels } from './fused-pixels.ts'
import { type Pixels, toPixels } from './pixels.ts'
import { product, type Rows, rowRunner } from './rows.ts'

export type Decoder = {
  graph: Graph
  /** Pixels of the picture to one of the latents, each way. */
  factor: number
  /** Latents of B pictures, each of this shape → [B, 3, height, width] in about [-1, 1]. */
  planes(latents: Float32Array, latentShape: readonly number[]): Promise<Rows>
  /** The same as 8-bit pictures; by the fused graph where there is one. */
  decode(latents: Float32Array, latentShape: readonly number[]): Promise<Pixels[]>
}

/**
 * Opens the decoder in a pipeline's folder: its VAE, a tiny autoencoder (TAESD) in its place, which has its own scaling, or, without
 * config.json, a graph of fixed shape that takes latents as they are. `fused` is a graph of it that ends in 8-bit pictures, by
 * its path in the folder. Throws BundleError.
 */
export async function openDecoder(dir: string, folder: string, options: OnnxOptions, fused?: string): Promise<Decoder> {
  const path = join(dir, folder, 'model.onnx')
  let opened: Promise<Graph> | undefined
  const plain = () => {
    opened ??= openGraph(path, { inputs: ['latent_sample'], outputs: ['sample'] }, options)
    return opened
  }
  // With a fused one beside it, only whoever asks for planes pays for the plain graph.
  const graph = await (fused
    ? openGraph(join(dir, fused), { inputs: ['latent_sample'], outputs: pixelOutputs }, options)
    : plain())
  const { factor, scaling, shift } = existsSync(join(dir, folder, 'config.json'))
    ? readDecoderConfig(dir, folder)
    : {
        factor: fixedFactor(graph, fused ? graph.outputShape('pixels')[2] : graph.outputShape('sample')[3]),
        scaling: 1,
        shift: 0,
      }

  async function planes(latents: Float32Array, latentShape: readonly number[]) {
    const runner = rowRunner(await plain(), 'latent_sample', latents.length / product(latentShape))
    const scaled = scaling === 1 && shift === 0 ? latents : latents.map(x => x / scaling + shift)
    const [sample] = await runner.run({ latent_sample: runner.tensors('latent_sample', scaled, latentShape) }, [
      'sample',
    ])
    return sample
  }

  async function pixels(latents: Float32Array, latentShape: readonly number[]) {
    const count = latents.length / product(latentShape)
    const runner = rowRunner(graph, 'latent_sample', count)
    return runToPixels(runner, { latent_sample: runner.tensors('latent_sample', latents, latentShape) }, count)
  }

  const decode = fused ? pixels : async (...latents: Parameters<typeof planes>) => toPixels(await planes(...latents))
  return { graph, factor, planes, decode }
}

function fixedFactor(graph: Graph, width: number | string | undefined): number {
  const factor = Number(width) / Number(graph.inputShape('latent_sample')[3])
  if (Number.isInteger(factor)) return factor
  throw new BundleError(`${graph.path}: without a config.json beside it, its input and output need fixed shapes.`)
}
