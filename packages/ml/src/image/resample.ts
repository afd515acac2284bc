import type { Kernel, Weights } from './kernels.ts'

export type Size = { width: number; height: number }
/** A part of a picture, in its pixels. */
export type Window = Size & { left: number; top: number }
/** Interleaved RGB of 0 … 255. */
export type Rgb = Size & { data: Uint8Array | Uint8ClampedArray | Float32Array }

/**
 * A window of the picture resized to a size; the rest is not computed, so a picture that is a thousand times as wide as it is
 * high costs no more than another. Separable: first along the rows, then along the columns.
 */
export function resample(picture: Rgb, to: Size, { left, top, width, height }: Window, kernel: Kernel): Rgb {
  const columns = kernel.weights(picture.width, to.width, left, width)
  const lines = kernel.weights(picture.height, to.height, top, height)
  const firstLine = lines[0]?.start ?? 0
  const lastLine = lines.at(-1) ?? { start: 0, weights: new Float64Array() }
  const between = { top: firstLine, height: lastLine.start + lastLine.weights.length - firstLine }
  const rows = alongRows(picture, columns, between, kernel.rounds ? Uint8ClampedArray : Float64Array)
  return {
    data: alongColumns(rows, between.top, width * 3, lines, kernel.rounds ? Uint8ClampedArray : Float32Array),
    width,
    height,
  }
}

// Indices and plain variables: iterators and destructuring in the inner loops double the time.
function alongRows(
  { data, width }: Rgb,
  columns: Weights,
  { top, height }: { top: number; height: number },
  Store: typeof Uint8ClampedArray | typeof Float64Array,
) {
  const rows = new Store(columns.length * height * 3)
  const rounds = Store === Uint8ClampedArray
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < columns.length; x++, to += 3) {
      const { start, weights } = columns[x] as Weights[number]
      let r = 0
      let g = 0
      let b = 0
      for (let i = 0, at = ((top + y) * width + start) * 3; i < weights.length; i++, at += 3) {
        const weight = weights[i] as number
        r += (data[at] as number) * weight
        g += (data[at + 1] as number) * weight
        b += (data[at + 2] as number) * weight
      }
      rows[to] = rounds ? Math.floor(r + 0.5) : r
      rows[to + 1] = rounds ? Math.floor(g + 0.5) : g
      rows[to + 2] = rounds ? Math.floor(b + 0.5) : b
    }
  return rows
}

function alongColumns(
  rows: Uint8ClampedArray | Float64Array,
  top: number,
  stride: number,
  lines: Weights,
  Store: typeof Uint8ClampedArray | typeof Float32Array,
) {
  const pixels = new Store(stride * lines.length)
  const rounds = Store === Uint8ClampedArray
  for (let y = 0; y < lines.length; y++) {
    const { start, weights } = lines[y] as Weights[number]
    for (let x = 0; x < stride; x++) {
      let sum = 0
      for (let i = 0, at = (start - top) * stride + x; i < weights.length; i++, at += stride)
        sum += (rows[at] as number) * (weights[i] as number)
      pixels[y * stride + x] = rounds ? Math.floor(sum + 0.5) : sum
    }
  }
  return pixels
}
