import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BundleError, readJson } from '../../bundle/index.ts'

export type Vocabulary = {
  ids: Record<string, number>
  /** Pairs, the one to be joined first standing first. */
  merges: [left: string, right: string][]
}

const ids = z.record(z.string(), z.int().nonnegative())
const pair = z.tuple([z.string(), z.string()])
const tokenizerFile = z.object({
  model: z.object({
    type: z.literal('BPE'),
    vocab: ids,
    merges: z.array(z.union([pair, z.string().transform(toPair)])),
  }),
})

/** As many merges as OpenAI's vocabulary of 49,408 has: its original list is longer, and transformers stops here as well. */
const maxMerges = 49152 - 256 - 2

/** vocab.json and merges.txt, or where a newer exporter wrote neither, those in tokenizer.json. Throws BundleError. */
export function readVocabulary(dir: string): Vocabulary {
  if (existsSync(join(dir, 'tokenizer.json')) && !existsSync(join(dir, 'vocab.json'))) {
    const { model } = readJson(dir, 'tokenizer.json', tokenizerFile)
    return { ids: model.vocab, merges: model.merges }
  }
  return { ids: readJson(dir, 'vocab.json', ids), merges: readMerges(dir) }
}

/** The first line is a version. */
function readMerges(dir: string): Vocabulary['merges'] {
  let text: string
  try {
    text = readFileSync(join(dir, 'merges.txt'), 'utf8')
  } catch {
    throw new BundleError(
      `Bundle ${dir}: merges.txt is missing or unreadable; restore the folder from a complete copy.`,
    )
  }
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1, 1 + maxMerges)
    .map(toPair)
}

function toPair(line: string): [string, string] {
  const [left = '', right = ''] = line.split(' ')
  return [left, right]
}
