import { z } from 'zod'
import { endOfWords, wordsOf } from './words.ts'

/** tokenizer/tokenizer_config.json of the kind `hashed-ngrams`. */
export const hashedNgramsConfig = z.object({
  tokenizer_class: z.literal('HashedNgramsTokenizer'),
  buckets: z.int().min(3),
  words: z.int().min(2),
  ngrams_per_word: z.int().min(1),
  ngram_sizes: z.array(z.int().min(1)),
  hangul_ngram_sizes: z.array(z.int().min(1)),
  hangul_prefix_sizes: z.array(z.int().min(1)),
})

type HashedNgrams = z.infer<typeof hashedNgramsConfig>

const PADDING = 0
const START = 1
const FIRST_BUCKET = 2

/**
 * Hashed character n-grams in the manner of fastText (Bojanowski et al. 2017): a word is the bag of its own hash and those of
 * its n-grams, so Korean particles and typos keep most of it. `ids` is [1, words, ngrams], word 0 is the start token.
 */
export function createHashedNgrams(config: HashedNgrams) {
  const { words, ngrams_per_word: width } = config
  return {
    tokenize(prompt: string) {
      const ids = new Int32Array(words * width).fill(PADDING)
      ids[0] = START
      for (const [i, word] of wordsOf(prompt, words - 1).entries()) ids.set(wordIds(word, config), (i + 1) * width)
      return { ids, shape: [1, words, width] }
    },
    reads: (prompt: string) => endOfWords(prompt, words - 1),
  }
}

/** Distinct ids of a word, in order of appearance, at most `ngrams_per_word`. */
function wordIds(word: string, config: HashedNgrams): number[] {
  const ids = new Set<number>()
  for (const gram of grams(word, config)) {
    ids.add(FIRST_BUCKET + (fnv1a(gram) % (config.buckets - FIRST_BUCKET)))
    if (ids.size === config.ngrams_per_word) break
  }
  return [...ids]
}

/** `<word>`; for Hangul its beginnings and syllables; then all n-grams of `<word>`, in code points. */
function* grams(word: string, config: HashedNgrams): Generator<string> {
  const whole = `<${word}>`
  const points = Array.from(whole)
  const slice = (start: number, end: number) => points.slice(start, end).join('')
  yield whole
  const hangul = /[가-힣]/.test(word)
  if (hangul) {
    for (const size of config.hangul_prefix_sizes) if (size < points.length) yield slice(0, size)
    yield* word
  }
  for (const size of hangul ? config.hangul_ngram_sizes : config.ngram_sizes)
    for (let i = 0; i + size <= points.length; i++) yield slice(i, i + size)
}

/** FNV-1a, 32 bits, over UTF-8 (Fowler, Noll, Vo). */
function fnv1a(text: string): number {
  let hash = 2166136261
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 16777619)
  return hash >>> 0
}
