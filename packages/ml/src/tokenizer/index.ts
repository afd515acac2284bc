import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type BundleManifest, readBundleManifest, readJson } from '../bundle/index.ts'
import { createClipTokenizer } from './clip/clip.ts'
import { createHashedNgrams, hashedNgramsConfig } from './hashed-ngrams.ts'
import { keyOf } from './key.ts'
import type { Tokenizer } from './tokenizer.ts'

export { createClipTokenizer } from './clip/clip.ts'
export type { Tokenizer, Tokens } from './tokenizer.ts'

/** The bundle's tokenizer. Pure JavaScript: entries are accepted while no sidecar is alive. Throws BundleError on a bad folder. */
export function createTokenizer(bundle: string | Pick<BundleManifest, 'dir' | 'tokenizer'>): Tokenizer {
  const { dir, tokenizer } = typeof bundle === 'string' ? readBundleManifest(bundle) : bundle
  const [first, second] = [join(dir, 'tokenizer'), join(dir, 'tokenizer_2')]
  if (tokenizer.kind === 'clip') return createClipTokenizer(first, existsSync(second) ? second : undefined)
  const config = readJson(dir, 'tokenizer/tokenizer_config.json', hashedNgramsConfig)
  const { tokenize, reads } = createHashedNgrams(config)
  return { tokenize, reads, key: prompt => keyOf([tokenize(prompt).ids]) }
}
