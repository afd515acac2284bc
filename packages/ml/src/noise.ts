import { mersenne } from 'pure-rand/generator/mersenne'

/** Seeds are 32-bit, as the generator's. */
export const maxSeed = 2 ** 32 - 1

/** Writes so many numbers of a sequence and remembers where it is. */
export type NoiseSource = (length: number) => Float32Array

/**
 * Standard-normal noise, the same on every machine: MT19937 (Matsumoto & Nishimura 1998), 53-bit uniforms and Marsaglia's polar
 * method, which makes it numpy.random.RandomState(seed).standard_normal(length) cast to float32. Everything is +, -, ·, / and √,
 * which IEEE 754 rounds exactly; Math.log need not be. A picture takes its starting noise first; steps that add noise go on from
 * there, so a seed settles the whole picture.
 */
export function noiseSource(seed: number): NoiseSource {
  if (!Number.isInteger(seed) || seed < 0 || seed > maxSeed) throw new RangeError(`seed must be 0 … ${maxSeed}`)
  const generator = mersenne(seed)
  const uniform = () => {
    const high = (generator.next() >>> 5) * 67108864
    return (high + (generator.next() >>> 6)) / 9007199254740992
  }
  /** The method makes two at a time. */
  let second: number | undefined
  function next(): number {
    if (second !== undefined) {
      const ready = second
      second = undefined
      return ready
    }
    let x: number
    let y: number
    let r: number
    do {
      x = 2 * uniform() - 1
      y = 2 * uniform() - 1
      r = x * x + y * y
    } while (r >= 1 || r === 0)
    const scale = Math.sqrt((-2 * ln(r)) / r)
    second = scale * x
    return scale * y
  }
  return length => Float32Array.from({ length }, next)
}

/** Natural logarithm for 0 < x < 1: x = m / 2ⁿ with m in [√½, √2), ln m = 2 artanh((m - 1) / (m + 1)). */
function ln(x: number): number {
  let m = x
  let halvings = 0
  while (m < Math.SQRT1_2) {
    m *= 2
    halvings += 1
  }
  const z = (m - 1) / (m + 1)
  let sum = 0
  for (let k = 21; k >= 1; k -= 2) sum = sum * z * z + 1 / k
  return 2 * z * sum - halvings * Math.LN2
}
