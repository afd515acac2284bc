import { createHash } from 'node:crypto'
import { type BundleManifest, readBundleManifest, readJson } from '../bundle/index.ts'
import { createHashedNgrams, hashedNgramsConfig } from './hashed-ngrams.ts'

export type Tokens = {
  ids: Int32Array
  /** Batch of one first. */
  shape: number[]
}

export type Tokenizer = {
  /** Never throws, whatever the prompt. */
  tokenize(prompt: string): Tokens
  /** The prompt key: SHA-256, hex, of the token ids; equal exactly when the model is shown the same. */
  key(prompt: string): string
  /** UTF-16 index in the prompt at which the model stops reading; its length when everything is read. */
  reads(prompt: string): number
}

/** The bundle's tokenizer. Pure JavaScript: entries are accepted while no sidecar is alive. Throws BundleError on a bad folder. */
export function createTokenizer(bundle: string | Pick<BundleManifest, 'dir' | 'tokenizer'>): Tokenizer {
  const { dir } = typeof bundle === 'string' ? readBundleManifest(bundle) : bundle
  const config = readJson(dir, 'tokenizer/tokenizer_config.json', hashedNgramsConfig)
  const { tokenize, reads } = createHashedNgrams(config)
  return { tokenize, reads, key: prompt => keyOf(tokenize(prompt).ids) }
}

function keyOf(ids: Int32Array): string {
  const bytes = Buffer.alloc(ids.length * 4)
  for (const [i, id] of ids.entries()) bytes.writeInt32LE(id, i * 4)
  return createHash('sha256').update(bytes).digest('hex')
}
