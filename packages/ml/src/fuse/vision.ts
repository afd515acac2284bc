import { join, relative } from 'node:path'
import { BundleError, type BundleManifest, readJson } from '../bundle/index.ts'
import { graphFile } from '../clip/graph-file.ts'
import { coverOf, layoutOf } from '../clip/layout.ts'
import { preprocessorFile } from '../clip/preprocessor.ts'
import type { Weights } from '../image/kernels.ts'
import { float32, int64, uint8 } from './element-types.ts'
import { createFusion, type Fusion, type Value } from './fusion.ts'
import { inputsOf, readPart, typeOf } from './part.ts'

/**
 * CLIP's picture encoder with its preprocessing, for pictures of the bundle's own size: `picture` [B, height, width, 3] of 8 bits →
 * `image_embeds`. Resampling is two multiplications with the very weights of the other path, rounded like there. Throws BundleError.
 */
export async function fuseVision({ dir, picture }: Pick<BundleManifest, 'dir' | 'picture'>): Promise<Uint8Array> {
  const preprocessor = readJson(join(dir, 'clip'), 'preprocessor_config.json', preprocessorFile)
  const { kernel, frame, factor, mean, std } = preprocessor
  const cover = coverOf(picture, preprocessor) ?? picture
  if (cover.width !== picture.width || cover.height !== picture.height)
    throw new BundleError(`CLIP crops pictures of ${picture.width}x${picture.height} first: its graph stays as it is.`)
  const { size, window, left, top } = layoutOf(picture, preprocessor)
  const file = graphFile(join(dir, 'clip'), 'vision_model')
  if (!file) throw new BundleError(`Bundle ${dir}: clip/onnx/vision_model.onnx is missing; restore it.`)
  const vision = await readPart(dir, relative(dir, file).replaceAll('\\', '/'))

  const fusion = createFusion('vision')
  const { op, constant } = fusion
  const [batch = 'batch'] = typeOf(vision, 'pixel_values').dims
  const pixels = fusion.input('picture', { type: uint8, dims: [batch, picture.height, picture.width, 3] })
  const planes = fusion.cast(op('Transpose', [pixels], { perm: [0, 3, 1, 2] }), float32)
  const columns = dense(
    kernel.weights(picture.width, size.width, window.left, window.width),
    picture.width,
    frame.width,
    left,
  )
  const lines = dense(
    kernel.weights(picture.height, size.height, window.top, window.height),
    picture.height,
    frame.height,
    top,
  )
  const across = op('MatMul', [planes, constant(transposed(columns, frame.width), [picture.width, frame.width])])
  const rounded = kernel.rounds ? toLevels(fusion, across) : across
  const down = op('MatMul', [constant(lines, [frame.height, picture.height]), rounded])
  const levels = kernel.rounds ? toLevels(fusion, down) : down

  const channels = (values: number[]) => constant(Float32Array.from(values), [1, 3, 1, 1])
  const scaled = op('Mul', [levels, channels(std.map(deviation => factor / deviation))])
  const values = op('Sub', [scaled, channels(mean.map((mean, i) => mean / (std[i] as number)))])
  // A graph of both encoders asks for a text as well, which pictures know nothing of.
  const text = Object.fromEntries(
    inputsOf(vision)
      .filter(({ name }) => name !== 'pixel_values')
      .map(({ name }) => [name, fusion.cast(constant(BigInt64Array.of(1n), [1, 1]), int64)]),
  )
  const { image_embeds } = fusion.embed(vision, { ...text, pixel_values: values })
  fusion.output('image_embeds', image_embeds as Value, [batch, 'dimensions'])
  return fusion.build()
}

/** Halves up, as the other path. */
function toLevels({ op, constant }: Fusion, value: Value): Value {
  const scalar = (x: number) => constant(Float32Array.of(x), [])
  return op('Clip', [op('Floor', [op('Add', [value, scalar(0.5)])]), scalar(0), scalar(255)])
}

/** A row of weights for each of `count` cells; those outside of what was resized are black. */
function dense(cells: Weights, from: number, count: number, first: number): Float32Array {
  const matrix = new Float32Array(count * from)
  for (const [cell, { start, weights }] of cells.entries()) matrix.set(weights, (first + cell) * from + start)
  return matrix
}

function transposed(matrix: Float32Array, rows: number): Float32Array {
  const columns = matrix.length / rows
  return Float32Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)] as number)
}
