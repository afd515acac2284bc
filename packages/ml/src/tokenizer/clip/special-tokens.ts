import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BundleError, readJson } from '../../bundle/index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A token that is found in the text as it stands (`normalized`: in its lower case), by transformers' names. */
const addedToken = z.object({
  content: z.string(),
  normalized: z.boolean().default(true),
  lstrip: z.boolean().default(false),
  rstrip: z.boolean().default(false),
})
const named = z.union([z.string(), addedToken]).nullish()
const specialTokensMap = z.object({ bos_token: named, eos_token: named, unk_token: named, pad_token: named })
const tokenizerConfig = specialTokensMap.extend({
  added_tokens_decoder: z.record(z.string().regex(/^\d+$/), addedToken).optional(),
  model_max_length: z.number().min(3).optional(),
})

type Config = z.infer<typeof tokenizerConfig>
export type AddedToken = z.infer<typeof addedToken> & { id: number; special: true }

/** CLIP's context; older configurations do not tell, or say 10³⁰. */
const clipLength = 77

/**
 * What a CLIP tokenizer's folder says about special tokens, as transformers' fast tokenizer understands it; `length` counts the
 * tokens of a prompt, first and last one included. Throws BundleError where one of them is not in the vocabulary.
 */
export function readSpecialTokens(dir: string, { ids }: Vocabulary) {
  const config = readConfig(dir)
  const added = Object.entries(config.added_tokens_decoder ?? {}).map(
    ([id, token]): AddedToken => ({ ...token, id: Number(id), special: true }),
  )
  const add = (token: Config['pad_token'], content: string, normalized = true): AddedToken => {
    const whole =
      typeof token === 'object' && token ? token : addedToken.parse({ content: token ?? content, normalized })
    const known = added.find(({ content }) => content === whole.content)
    if (known) return known
    const id = ids[whole.content]
    if (id === undefined)
      throw new BundleError(`Bundle ${dir}: the special token ${whole.content} is not in the vocabulary.`)
    added.push({ ...whole, id, special: true })
    return { ...whole, id, special: true }
  }
  const { model_max_length: length } = config
  return {
    bos: add(config.bos_token, '<|startoftext|>'),
    eos: add(config.eos_token, '<|endoftext|>'),
    unk: add(config.unk_token, '<|endoftext|>'),
    // Padding is often `!`, which transformers then finds in the text before anything else.
    pad: add(config.pad_token, '<|endoftext|>', false),
    added,
    length: length && Number.isSafeInteger(length) ? length : clipLength,
  }
}

export type SpecialTokens = ReturnType<typeof readSpecialTokens>

/** special_tokens_map.json is heard only where tokenizer_config.json is of the older kind, and then has the last word. */
function readConfig(dir: string): Config {
  const has = (path: string) => existsSync(join(dir, path))
  const config = has('tokenizer_config.json') ? readJson(dir, 'tokenizer_config.json', tokenizerConfig) : {}
  if (config.added_tokens_decoder || !has('special_tokens_map.json')) return config
  return { ...config, ...readJson(dir, 'special_tokens_map.json', specialTokensMap) }
}
