/** For each cell that is asked for: the first source cell it takes from, and the weights of that one and those behind it. */
export type Weights = { start: number; weights: Float64Array }[]

export type Kernel = {
  /** Weights of `count` cells from `first` on, of a line of `from` cells resized to `to`. */
  weights(from: number, to: number, first: number, count: number): Weights
  /** Whether every pass rounds to 8 bits, as PIL's do. */
  rounds: boolean
}

/** Each cell is the mean of the source that it covers, border cells weighted by the part covered; never rounded. */
export const area: Kernel = {
  rounds: false,
  weights: (from, to, first, count) => cells(count, i => coverage(first + i, from, to)),
}

/** PIL's BILINEAR and BICUBIC, equal to its 8-bit pictures: kernels widen as pictures shrink, so that nothing is skipped. */
export const bilinear = pilKernel(1, x => 1 - x)
/** Keys 1981, with a = -0.5. */
export const bicubic = pilKernel(2, x => (x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2))

const cells = <T>(count: number, cell: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => cell(i))

function coverage(cell: number, from: number, to: number): Weights[number] {
  const scale = from / to
  const [begin, end] = [cell * scale, (cell + 1) * scale]
  const start = Math.floor(begin)
  const covered = (source: number) => Math.min(end, source + 1) - Math.max(begin, source)
  const count = Math.min(from, Math.ceil(end)) - start
  return { start, weights: Float64Array.from({ length: count }, (_, i) => Math.max(0, covered(start + i)) / scale) }
}

/** Bits behind the point of PIL's weights for 8-bit pictures. */
const precision = 2 ** 22

function pilKernel(radius: number, kernel: (distance: number) => number): Kernel {
  function cell(index: number, from: number, to: number): Weights[number] {
    const scale = from / to
    const stretch = Math.max(1, scale)
    const center = (index + 0.5) * scale
    const start = Math.max(0, Math.trunc(center - radius * stretch + 0.5))
    const end = Math.min(from, Math.trunc(center + radius * stretch + 0.5))
    const weights = Float64Array.from({ length: end - start }, (_, i) => {
      const distance = Math.abs((start + i - center + 0.5) / stretch)
      return distance < radius ? kernel(distance) : 0
    })
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return { start, weights: weights.map(weight => roundAway((weight / sum) * precision) / precision) }
  }
  return { rounds: true, weights: (from, to, first, count) => cells(count, i => cell(first + i, from, to)) }
}

/** Halves away from zero, as C's casts after adding a half. */
const roundAway = (x: number) => Math.trunc(x < 0 ? x - 0.5 : x + 0.5)
