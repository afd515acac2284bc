import { createBytePairEncoder } from './byte-pair-encoder.ts'
import { readSpecialTokens } from './special-tokens.ts'
import { readVocabulary } from './vocabulary.ts'

/**
 * CLIP's byte-pair tokens from a folder with vocab.json and merges.txt, exactly as transformers' fast tokenizer gives them: `ids` is
 * [1, length], cut where full, padded. Throws BundleError on a bad folder.
 */
export function createBytePairs(dir: string) {
  const vocabulary = readVocabulary(dir)
  const special = readSpecialTokens(dir, vocabulary)
  const { length, eos, pad } = special
  const encode = createBytePairEncoder(vocabulary, special)
  return {
    /** All ids, first and last one added, neither cut nor padded. */
    encode,
    tokenize(prompt: string) {
      const all = encode(prompt)
      const ids = new Int32Array(length).fill(pad.id)
      ids.set(all.slice(0, length))
      if (all.length > length) ids[length - 1] = eos.id
      return { ids, shape: [1, length] }
    },
    /** Whether everything in the prompt is read. */
    fits: (prompt: string) => encode(prompt).length <= length,
  }
}
