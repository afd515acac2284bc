import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createBytePairs } from '../tokenizer/clip/byte-pairs.ts'

const ids = z.array(z.int())
const goldenFile = z.array(z.object({ text: z.string(), ids_untruncated: ids, ids_padded: ids }))

/**
 * Every string of clip-tokenizer/ in a folder of reference fixtures, token by token, whole and as the model is fed.
 * `failed` are lines that say which string differs.
 */
export function compareTokenizer(fixturesDir: string): { compared: number; failed: string[] } {
  const dir = join(fixturesDir, 'clip-tokenizer')
  const golden = goldenFile.parse(JSON.parse(readFileSync(join(dir, 'golden.json'), 'utf8')))
  const { encode, tokenize } = createBytePairs(dir)
  const differs = golden.filter(
    ({ text, ids_untruncated, ids_padded }) =>
      String(encode(text)) !== String(ids_untruncated) || String(tokenize(text).ids) !== String(ids_padded),
  )
  return {
    compared: golden.length,
    failed: differs.map(({ text }) => `clip-tokenizer: the ids of ${JSON.stringify(text)} differ`),
  }
}
