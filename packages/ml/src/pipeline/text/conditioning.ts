import type { BundleManifest } from '../../bundle/index.ts'
import type { Graph } from '../../onnx.ts'
import type { Tokenizer } from '../../tokenizer/index.ts'
import { product, type Rows, rowRunner } from '../rows.ts'

export type PictureSize = BundleManifest['picture']

/** What the denoiser is shown of one prompt: a row for each of its inputs, by name. */
export type Conditioning = Record<string, Rows>

/** From prompts to what the denoiser is shown. */
export type TextConditioner = {
  tokenizer: Tokenizer
  encoders: readonly Graph[]
  /** One for each prompt. */
  encode(prompts: readonly string[], picture: PictureSize): Promise<Conditioning[]>
  /** What guidance leads away from; nothing when the prompt is empty. */
  encodeNegative(prompt: string, picture: PictureSize): Promise<Conditioning>
  /** The text's place among pictures, where the pipeline's own encoder tells it; not normalised. */
  embed?(text: string): Promise<Float32Array>
}

/** Ids of all prompts, each of this shape. */
export function tokenRows(tokenizer: Tokenizer, prompts: readonly string[]) {
  const tokens = prompts.map(prompt => tokenizer.tokenize(prompt))
  const shape = tokens[0]?.shape.slice(1) ?? []
  const ids = new Int32Array(prompts.length * product(shape))
  for (const [i, own] of tokens.entries()) ids.set(own.ids, i * product(shape))
  return { ids, shape }
}

/** Prompts through one text encoder: the outputs of these names, a row for each prompt. */
export async function encodeTokens<const Names extends readonly string[]>(
  encoder: Graph,
  tokenizer: Tokenizer,
  prompts: readonly string[],
  names: Names,
) {
  const { ids, shape } = tokenRows(tokenizer, prompts)
  const runner = rowRunner(encoder, 'input_ids', prompts.length)
  return runner.run({ input_ids: runner.tensors('input_ids', ids, shape) }, names)
}
