import { BundleError, readJson } from '../bundle/index.ts'
import { decodePicture } from '../image/decode-picture.ts'
import type { Rgb, Size } from '../image/resample.ts'
import { type Graph, type OnnxOptions, openGraph } from '../onnx.ts'
import { graphFile } from './graph-file.ts'
import { normalise } from './normalise.ts'
import { pixelValues } from './pixel-values.ts'
import { preprocessorFile } from './preprocessor.ts'

/** What a graph of both encoders asks for as well; the shortest text does, since pictures know nothing of it. */
const textInputs = ['input_ids', 'attention_mask']

/** A graph that does the preprocessing as well, of pictures of one size, by its absolute path. */
export type FusedVision = { path: string; picture: Size }

/** The picture encoder of a CLIP folder, run once. Throws BundleError. */
export async function openPictureEncoder(dir: string, options: OnnxOptions, fused?: FusedVision) {
  const preprocessor = readJson(dir, 'preprocessor_config.json', preprocessorFile)
  const path = graphFile(dir, 'vision_model')
  if (!path) throw new BundleError(`Bundle ${dir}: onnx/vision_model.onnx is missing; restore it from a complete copy.`)
  const vision = await openGraph(
    path,
    { inputs: ['pixel_values'], optional: textInputs, outputs: ['image_embeds'] },
    options,
  )
  const { height, width } = preprocessor.frame
  requireSides(vision, [height, width])
  const asked = textInputs.filter(name => vision.inputs.includes(name))
  const text = Object.fromEntries(asked.map(name => [name, vision.tensor(name, Int32Array.of(1), [1, 1])]))

  async function encode(values: Float32Array): Promise<Float32Array> {
    const feeds = { ...text, pixel_values: vision.tensor('pixel_values', values, [1, 3, height, width]) }
    const { image_embeds } = await vision.run(feeds, ['image_embeds'])
    return normalise(image_embeds?.data as Float32Array)
  }

  const { length: dimensions } = await encode(new Float32Array(3 * height * width))
  const embedOwn = fused && (await openFused(fused, options))
  return {
    vision,
    dimensions,
    async embedPicture(bytes: Uint8Array) {
      const own = await embedOwn?.(await decodePicture(bytes, preprocessor.transparency))
      return own ?? encode(await pixelValues(bytes, preprocessor))
    },
  }
}

/** Answers nothing for pictures of other sizes, such as targets that somebody uploaded. */
async function openFused({ path, picture }: FusedVision, options: OnnxOptions) {
  const graph = await openGraph(path, { inputs: ['picture'], outputs: ['image_embeds'] }, options)
  const shape = [1, picture.height, picture.width, 3]

  async function embed({ data, width, height }: Rgb): Promise<Float32Array | undefined> {
    if (width !== picture.width || height !== picture.height) return
    const feeds = { picture: graph.tensor('picture', bytesOf(data), shape) }
    const { image_embeds } = await graph.run(feeds, ['image_embeds'])
    return normalise(image_embeds?.data as Float32Array)
  }

  await embed({ ...picture, data: new Uint8Array(3 * picture.width * picture.height) })
  return embed
}

const bytesOf = (data: Rgb['data']) => (data instanceof Uint8Array ? data : Uint8Array.from(data))

function requireSides({ path, inputShape }: Graph, sides: [height: number, width: number]) {
  const graphs = inputShape('pixel_values').slice(2)
  if (graphs.some((side, i) => Number.isInteger(side) && side !== sides[i]))
    throw new BundleError(
      `${path} takes pictures of ${graphs.join(' x ')}, preprocessor_config.json makes ${sides.join(' x ')}.`,
    )
}
