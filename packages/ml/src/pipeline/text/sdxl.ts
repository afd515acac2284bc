import { join } from 'node:path'
import { BundleError, type ModelIndex } from '../../bundle/index.ts'
import { type Graph, type OnnxOptions, openGraph } from '../../onnx.ts'
import { createClipTokenizer } from '../../tokenizer/index.ts'
import { type Rows, row } from '../rows.ts'
import { type Conditioning, encodeTokens, type PictureSize, type TextConditioner } from './conditioning.ts'

/**
 * SDXL (Podell et al. 2023): the penultimate hidden states of two CLIP text encoders side by side, the second's pooled text, and
 * the picture's size, which it was also trained on.
 */
export async function openSdxlText(dir: string, index: ModelIndex, options: OnnxOptions): Promise<TextConditioner> {
  const open = (folder: string, outputs: string[]) =>
    openGraph(join(dir, folder, 'model.onnx'), { inputs: ['input_ids'], outputs }, options)
  const first = await open('text_encoder', [])
  const second = await open('text_encoder_2', ['text_embeds'])
  const outputs = [[penultimate(first)], [penultimate(second), 'text_embeds']] as const
  const tokenizer = createClipTokenizer(join(dir, 'tokenizer'))
  const tokenizer2 = createClipTokenizer(join(dir, 'tokenizer_2'))

  async function encode(prompts: readonly string[], picture: PictureSize): Promise<Conditioning[]> {
    const [left] = await encodeTokens(first, tokenizer, prompts, outputs[0])
    const [right, pooled] = await encodeTokens(second, tokenizer2, prompts, outputs[1])
    return prompts.map((_, i) => ({
      encoder_hidden_states: sideBySide(row(left, i), row(right, i)),
      text_embeds: row(pooled, i),
      time_ids: timeIds(picture),
    }))
  }

  async function encodeNegative(prompt: string, picture: PictureSize): Promise<Conditioning> {
    const [encoded = {}] = await encode([prompt], picture)
    if (prompt !== '' || !index.force_zeros_for_empty_prompt) return encoded
    const zeros = Object.entries(encoded).map(([name, { values, shape }]) => [
      name,
      { values: values.map(() => 0), shape },
    ])
    return { ...Object.fromEntries(zeros), time_ids: timeIds(picture) }
  }

  return { tokenizer, encoders: [first, second], encode, encodeNegative }
}

/** Original size, crop's corner, target size, each height (or top) first: a whole picture of the size that is drawn. */
export function timeIds({ width, height }: PictureSize): Rows {
  return { values: Float32Array.of(height, width, 0, 0, height, width), shape: [6] }
}

/** The last but one of Optimum's outputs `hidden_states.0`, `hidden_states.1`, … */
export function penultimate({ path, outputs }: Pick<Graph, 'path' | 'outputs'>): string {
  const name = `hidden_states.${outputs.filter(output => /^hidden_states\.\d+$/.test(output)).length - 2}`
  if (outputs.includes(name)) return name
  throw new BundleError(`${path}: has no hidden_states outputs, which SDXL needs; export it again with Optimum.`)
}

/** [T, A] and [T, B] as [T, A + B]. */
function sideBySide(left: Rows, right: Rows): Rows {
  const [length = 0, a = 0] = left.shape
  const [, b = 0] = right.shape
  const values = new Float32Array(length * (a + b))
  for (let t = 0; t < length; t++) {
    values.set(left.values.subarray(t * a, (t + 1) * a), t * (a + b))
    values.set(right.values.subarray(t * b, (t + 1) * b), t * (a + b) + a)
  }
  return { values, shape: [length, a + b] }
}
