import { z } from 'zod'
import { BundleError, readJson } from '../bundle/index.ts'
import type { Graph } from '../onnx.ts'
import type { PictureSize } from './text/index.ts'

const denoiserFile = z.object({ in_channels: z.int().positive() })

type Shapes = Pick<Graph, 'path' | 'inputShape'>
/** `factor`: pixels of the picture to one of the latents, each way. */
type DecoderShapes = { graph: Shapes; factor: number }

/** [C, H, W] of a picture's latents, of graphs from a pipeline's folder. Throws BundleError for sizes that they do not draw. */
export function latentShape(
  dir: string,
  unet: Shapes,
  decoder: DecoderShapes,
  { width, height }: PictureSize,
): number[] {
  const shape = [channelsOf(dir, unet, decoder), height / decoder.factor, width / decoder.factor]
  for (const [graph, input] of [
    [unet, 'sample'],
    [decoder.graph, 'latent_sample'],
  ] as const) {
    const [, ...dims] = graph.inputShape(input)
    const fits = shape.every((n, i) => Number.isInteger(n) && (typeof dims[i] !== 'number' || dims[i] === n))
    if (!fits)
      throw new BundleError(
        `${graph.path} does not draw ${width}x${height} pictures: latents are [${dims.join(', ')}], ${decoder.factor} pixels each.`,
      )
  }
  return shape
}

/** Some exporters leave the number of channels open as well. */
function channelsOf(dir: string, unet: Shapes, decoder: DecoderShapes): number {
  const channels = [unet.inputShape('sample')[1], decoder.graph.inputShape('latent_sample')[1]]
  return channels.find(n => typeof n === 'number') ?? readJson(dir, 'unet/config.json', denoiserFile).in_channels
}
