import { BundleError } from '../bundle/index.ts'
import { sharp } from '../image/sharp.ts'
import type { Sample } from '../models/try-out.ts'
import { type Fused, fuseBundle, unfuse } from './fuse-bundle.ts'

/** Rounding in half precision moves a picture by less, and a graph that is wrong draws another one. In 8-bit levels. */
const meanLevels = 1
const cosine = 0.9999

export type Checked = Fused & {
  /** Share of 8-bit values that are more than one level off. */
  off: number
  /** Seconds of a picture before and after. */
  seconds: [before: number, after: number]
}

/**
 * Fuses a bundle and draws with it before and after. Where the two differ, or the fused one does not draw, the bundle is left as it was
 * and a BundleError thrown.
 */
export async function fuseChecked(dir: string, draw: (bundle: string) => Promise<Sample>): Promise<Checked> {
  await unfuse(dir)
  const before = await draw(dir)
  const fused = await fuseBundle(dir)
  try {
    const after = await draw(dir)
    const { mean, off } = await difference(before.png, after.png)
    const similarity = before.vector.reduce((sum, x, i) => sum + x * (after.vector[i] ?? Number.NaN), 0)
    if (!(mean <= meanLevels && similarity >= cosine))
      throw new BundleError(
        `The fused graphs draw another picture (${mean.toFixed(1)} levels off, cosine ${similarity.toFixed(4)}): the bundle stays as it was.`,
      )
    return { ...fused, off, seconds: [before.seconds, after.seconds] }
  } catch (error) {
    await unfuse(dir)
    throw error
  }
}

async function difference(a: Buffer, b: Buffer): Promise<{ mean: number; off: number }> {
  const [left, right] = (await Promise.all([a, b].map(png => sharp(png).raw().toBuffer()))) as [Buffer, Buffer]
  if (left.length !== right.length) return { mean: Number.POSITIVE_INFINITY, off: 1 }
  // A Buffer's own map would give bytes.
  const levels = Array.from(left, (value, i) => Math.abs(value - (right[i] as number)))
  return {
    mean: levels.reduce((sum, level) => sum + level, 0) / levels.length,
    off: levels.filter(level => level > 1).length / levels.length,
  }
}
