export type Size = { width: number; height: number }

/**
 * Area averaging (PIL's BOX) of interleaved 8-bit RGB into float planes [3, height, width] of 0 … 255, unrounded. Separable: each
 * target pixel is the mean of the source it covers, border pixels weighted by the part covered.
 */
export function areaAverage(pixels: Uint8Array, from: Size, to: Size): Float32Array {
  const add = (sums: Float64Array, i: number, value: number) => {
    sums[i] = (sums[i] as number) + value
  }
  const rows = new Float64Array(to.width * from.height * 3)
  const columns = coverage(from.width, to.width)
  for (let y = 0; y < from.height; y++)
    for (let x = 0; x < to.width; x++)
      for (const [source, weight] of columns[x] as Weights)
        for (let c = 0; c < 3; c++)
          add(rows, (y * to.width + x) * 3 + c, (pixels[(y * from.width + source) * 3 + c] as number) * weight)

  const planes = new Float64Array(3 * to.width * to.height)
  const lines = coverage(from.height, to.height)
  for (let y = 0; y < to.height; y++)
    for (const [source, weight] of lines[y] as Weights)
      for (let x = 0; x < to.width; x++)
        for (let c = 0; c < 3; c++)
          add(planes, (c * to.height + y) * to.width + x, (rows[(source * to.width + x) * 3 + c] as number) * weight)
  return Float32Array.from(planes)
}

type Weights = [source: number, weight: number][]

/** For each of `to` cells the source cells it covers and their weights, which add up to 1. */
function coverage(from: number, to: number): Weights[] {
  const scale = from / to
  return Array.from({ length: to }, (_, i) => {
    const [start, end] = [i * scale, (i + 1) * scale]
    const weights: Weights = []
    for (let source = Math.floor(start); source < Math.min(from, Math.ceil(end)); source++) {
      const covered = Math.min(end, source + 1) - Math.max(start, source)
      if (covered > 0) weights.push([source, covered / scale])
    }
    return weights
  })
}
