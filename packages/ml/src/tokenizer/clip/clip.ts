import { keyOf } from '../key.ts'
import type { Tokenizer } from '../tokenizer.ts'
import { createBytePairs } from './byte-pairs.ts'
import { endOfReading } from './end-of-reading.ts'

/**
 * The CLIP tokenizer of one folder; with two, as SDXL has them, of both: the first tokenizes, but what one of them tells apart
 * (`!` may be padding for the other) is another prompt. Throws BundleError on a bad folder.
 */
export function createClipTokenizer(dir: string, second?: string): Tokenizer {
  const first = createBytePairs(dir)
  const all = second === undefined ? [first] : [first, createBytePairs(second)]
  const key = (prompt: string) => keyOf(all.map(({ tokenize }) => tokenize(prompt).ids))

  function reads(prompt: string): number {
    if (all.every(({ fits }) => fits(prompt))) return prompt.length
    const whole = key(prompt)
    return endOfReading(prompt, beginning => key(beginning) === whole)
  }

  return { tokenize: first.tokenize, key, reads }
}
