import { encodePartial } from '../image/encode.ts'
import type { Step } from './denoise.ts'
import type { DrawRequest } from './drawing.ts'
import type { Pixels } from './pixels.ts'
import { concat } from './rows.ts'

/**
 * The steps after which partial pictures are made: `count` of them spread evenly over the steps before the last, which brings
 * the picture itself. Fewer where there are fewer steps.
 */
export function partialSteps(count: number, steps: number): number[] {
  const wanted = Array.from({ length: count }, (_, i) => Math.round(((i + 1) * steps) / (count + 1)))
  return [...new Set(wanted)].filter(step => step > 0 && step < steps)
}

/** After a step, hands each request that wants one the picture expected at this point; they are decoded together. */
export function partialsSender(
  requests: readonly DrawRequest[],
  decode: (latents: Float32Array) => Promise<Pixels[]>,
): (step: Step) => Promise<void> {
  return async ({ step, steps, expected }) => {
    const length = expected.length / requests.length
    const wanted = requests.flatMap(({ signal, onPartial, partialImages = 0 }, row) => {
      const index = partialSteps(partialImages, steps).indexOf(step)
      return index < 0 || signal?.aborted ? [] : [{ index, onPartial, row }]
    })
    if (wanted.length === 0) return
    const latents = concat(wanted.map(({ row }) => expected.subarray(row * length, (row + 1) * length)))
    const pictures = await Promise.all((await decode(latents)).map(encodePartial))
    for (const [i, { index, onPartial }] of wanted.entries())
      onPartial?.({ picture: pictures[i] as Buffer, index, step, steps })
  }
}
