import { join } from 'node:path'
import { type OnnxOptions, openGraph } from '../../onnx.ts'
import { createTokenizer } from '../../tokenizer/index.ts'
import { row } from '../rows.ts'
import { type Conditioning, encodeTokens, type TextConditioner } from './conditioning.ts'

/** Hashed n-grams through one encoder that also says which words are there, and where the text stands among pictures. */
export async function openPocketText(dir: string, options: OnnxOptions): Promise<TextConditioner> {
  const encoder = await openGraph(
    join(dir, 'text_encoder/model.onnx'),
    { inputs: ['input_ids'], outputs: ['last_hidden_state', 'attention_mask', 'text_embeds'] },
    options,
  )
  const tokenizer = createTokenizer({ dir, tokenizer: { kind: 'hashed-ngrams' } })

  async function encode(prompts: readonly string[]): Promise<Conditioning[]> {
    const [states, mask] = await encodeTokens(encoder, tokenizer, prompts, ['last_hidden_state', 'attention_mask'])
    return prompts.map((_, i) => ({ encoder_hidden_states: row(states, i), encoder_attention_mask: row(mask, i) }))
  }

  return {
    tokenizer,
    encoders: [encoder],
    encode,
    encodeNegative: async prompt => (await encode([prompt]))[0] as Conditioning,
    embed: async text => (await encodeTokens(encoder, tokenizer, [text], ['text_embeds']))[0].values,
  }
}
