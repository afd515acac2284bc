import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { BundleError } from '../bundle/index.ts'
import type { Graph, Shape } from '../onnx.ts'
import type { Decoder } from './decoder.ts'
import { latentShape } from './latent-shape.ts'

/** Its unet/config.json says four channels. */
const dir = join(dirname(import.meta.dirname), '../test/fixtures/pipelines/sd-turbo')
const graph = (shape: Shape) => ({ path: 'model.onnx', inputShape: () => shape }) as unknown as Graph
const shapeOf = (unet: Shape, decoder: Shape, width: number, height: number) =>
  latentShape(dir, graph(unet), { graph: graph(decoder), factor: 8 } as Decoder, { width, height })

const open = ['batch', 'channels', 'height', 'width']

test('height before width, channels as either graph says, or else the denoiser’s configuration', () => {
  expect(shapeOf(['batch', 16, 'height', 'width'], open, 512, 768)).toEqual([16, 96, 64])
  expect(shapeOf(open, ['batch', 3, 'height', 'width'], 512, 768)).toEqual([3, 96, 64])
  expect(shapeOf(open, open, 512, 768)).toEqual([4, 96, 64])
})

test('fixed shapes and whole latents settle which sizes are drawn', () => {
  expect(shapeOf([1, 4, 64, 64], open, 512, 512)).toEqual([4, 64, 64])
  expect(() => shapeOf([1, 4, 64, 64], open, 512, 256)).toThrow(BundleError)
  expect(() => shapeOf(open, [1, 4, 64, 64], 256, 512)).toThrow(BundleError)
  expect(() => shapeOf(open, open, 516, 512)).toThrow(/does not draw 516x512 pictures/)
})
