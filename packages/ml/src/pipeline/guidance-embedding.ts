import type { Rows } from './rows.ts'

/**
 * Guidance as a vector, for denoisers that were distilled with it (diffusers' `get_guidance_scale_embedding` of guidance - 1, in
 * thousandths): sines, then cosines, of geometrically falling frequencies. Fewer than four dimensions do not occur.
 */
export function guidanceEmbedding(guidance: number, dimensions: number): Rows {
  const half = dimensions >> 1
  const values = new Float32Array(dimensions)
  for (let i = 0; i < half; i++) {
    const angle = (guidance - 1) * 1000 * 10_000 ** (-i / (half - 1))
    values[i] = Math.sin(angle)
    values[half + i] = Math.cos(angle)
  }
  return { values, shape: [dimensions] }
}
