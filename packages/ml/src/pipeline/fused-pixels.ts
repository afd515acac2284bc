import type { Tensor } from '../onnx.ts'
import { type Pixels, requireNumber } from './pixels.ts'
import type { rowRunner } from './rows.ts'

/** Of every fused graph that ends in a picture (packages/ml/src/fuse/to-pixels.ts). */
export const pixelOutputs = ['pixels', 'first'] as const

/** Runs a graph whose outputs are 8-bit pictures, for so many; they are not copied again. Throws BundleError for no numbers. */
export async function runToPixels(
  runner: ReturnType<typeof rowRunner>,
  feeds: Record<string, Tensor[]>,
  count: number,
): Promise<Pixels[]> {
  const results = await runner.runs(feeds, pixelOutputs)
  const pictures = results.flatMap(({ pixels, first }) => {
    const [rows = 0, height = 0, width = 0] = pixels?.dims ?? []
    const bytes = pixels?.data as Uint8Array
    return Array.from({ length: rows }, (_, row) => ({
      data: bytes.subarray(row * height * width * 3, (row + 1) * height * width * 3),
      width,
      height,
      first: first?.data[row],
    }))
  })
  return pictures.slice(0, count).map(({ first, ...picture }) => {
    requireNumber(first)
    return picture
  })
}
