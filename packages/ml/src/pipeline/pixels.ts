import { BundleError } from '../bundle/index.ts'
import { product, type Rows, row } from './rows.ts'

/** 8-bit RGB, interleaved. */
export type Pixels = { data: Uint8Array | Uint8ClampedArray; width: number; height: number }

/** Planes [B, 3, height, width] in [-1, 1], clamped, as pictures. Throws BundleError when the graphs computed no numbers. */
export function toPixels({ values, shape }: Rows): Pixels[] {
  return Array.from({ length: values.length / product(shape) }, (_, i) => interleave(row({ values, shape }, i)))
}

/** Attention and normalisation spread what overflowed over the whole picture, which would be scored as a black one. */
export function requireNumber(first: number | undefined) {
  if (Number.isNaN(first))
    throw new BundleError(
      'The graphs computed no numbers; if the VAE is fp16, export it in fp32 or use "decoder": "taesd".',
    )
}

function interleave({ values, shape }: Rows): Pixels {
  const [, height = 0, width = 0] = shape
  const area = width * height
  requireNumber(values[0])
  const data = new Uint8ClampedArray(3 * area)
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0, from = channel * area, to = channel; i < area; i++, to += 3)
      // The array rounds and clamps.
      data[to] = ((values[from + i] as number) + 1) * 127.5
  return { data, width, height }
}
