import type { Graph } from '../onnx.ts'
import type { Tokenizer } from '../tokenizer/index.ts'

/** What the denoiser attends to. */
export type TextStates = { states: Float32Array; statesShape: number[]; mask: Float32Array; maskShape: number[] }

export type EncodedText = TextStates & {
  /** L2-normalised, comparable with pictures'. */
  embeds: Float32Array
}

/** One prompt through the text encoder; shapes have a batch of one. */
export async function encodeText(encoder: Graph, tokenizer: Tokenizer, prompt: string): Promise<EncodedText> {
  const { ids, shape } = tokenizer.tokenize(prompt)
  const output = await encoder.run({ input_ids: encoder.tensor('input_ids', ids, shape) })
  const { last_hidden_state: states, attention_mask: mask, text_embeds: embeds } = output
  return {
    states: states?.data as Float32Array,
    statesShape: [...(states?.dims ?? [])],
    mask: mask?.data as Float32Array,
    maskShape: [...(mask?.dims ?? [])],
    embeds: embeds?.data as Float32Array,
  }
}

/** Two batches of one as a batch of two, for guidance. */
export function pair(first: TextStates, second: TextStates): TextStates {
  return {
    states: concat(first.states, second.states),
    statesShape: [2, ...first.statesShape.slice(1)],
    mask: concat(first.mask, second.mask),
    maskShape: [2, ...first.maskShape.slice(1)],
  }
}

function concat(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
