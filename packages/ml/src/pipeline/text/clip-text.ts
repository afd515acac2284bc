import { join } from 'node:path'
import { type OnnxOptions, openGraph } from '../../onnx.ts'
import { createClipTokenizer } from '../../tokenizer/index.ts'
import { row } from '../rows.ts'
import { type Conditioning, encodeTokens, type TextConditioner } from './conditioning.ts'

/** Stable Diffusion 1 and 2: the last hidden states of one CLIP text encoder. */
export async function openClipText(dir: string, options: OnnxOptions): Promise<TextConditioner> {
  const encoder = await openGraph(
    join(dir, 'text_encoder/model.onnx'),
    { inputs: ['input_ids'], outputs: ['last_hidden_state'] },
    options,
  )
  const tokenizer = createClipTokenizer(join(dir, 'tokenizer'))

  async function encode(prompts: readonly string[]): Promise<Conditioning[]> {
    const [states] = await encodeTokens(encoder, tokenizer, prompts, ['last_hidden_state'])
    return prompts.map((_, i) => ({ encoder_hidden_states: row(states, i) }))
  }

  return {
    tokenizer,
    encoders: [encoder],
    encode,
    encodeNegative: async prompt => (await encode([prompt]))[0] as Conditioning,
  }
}
