import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readJson } from '@dabble/ml/bundle'
import { pixelValues } from '../../packages/ml/src/clip/pixel-values.ts'
import { preprocessorFile } from '../../packages/ml/src/clip/preprocessor.ts'
import { openGraph } from '../../packages/ml/src/onnx.ts'

export type Judgement = {
  /** L2-normalised, comparable with captions'. */
  embedding: Float32Array
  /** One logit a noun, in the order of prompts.json. */
  nouns: Float32Array
}

const folder = fileURLToPath(new URL('evaluator/', import.meta.url))
/** As it was trained (packages/ml/training/pocket/models/evaluator.py). */
const characters = { kinds: 4096, length: 96 }

/**
 * The bench's judge: pictures and captions in one space, and which nouns a picture shows. Trained by this project for the bench
 * alone: it shares no weights, no tokenizer and no training run with the bundle.
 */
export async function openEvaluator() {
  const options = { provider: 'cpu', threads: 1 } as const
  const pictures = await openGraph(
    `${folder}pictures.onnx`,
    { inputs: ['pixel_values'], outputs: ['image_embeds', 'nouns'] },
    options,
  )
  const captions = await openGraph(
    `${folder}captions.onnx`,
    { inputs: ['character_ids'], outputs: ['text_embeds'] },
    options,
  )
  const preprocessor = readJson(folder, 'preprocessor_config.json', preprocessorFile)
  const { height, width } = preprocessor.frame
  return {
    async judge(picture: Uint8Array): Promise<Judgement> {
      const values = pictures.tensor('pixel_values', await pixelValues(picture, preprocessor), [1, 3, height, width])
      const { image_embeds, nouns } = await pictures.run({ pixel_values: values })
      return { embedding: image_embeds?.data as Float32Array, nouns: nouns?.data as Float32Array }
    },
    async read(caption: string): Promise<Float32Array> {
      const ids = captions.tensor('character_ids', characterIds(caption), [1, characters.length])
      const { text_embeds } = await captions.run({ character_ids: ids })
      return text_embeds?.data as Float32Array
    },
  }
}

/** 1 + code point modulo (kinds - 1); 0 pads. */
function characterIds(caption: string): Int32Array {
  const ids = new Int32Array(characters.length)
  for (const [i, character] of [...caption.toLowerCase()].slice(0, characters.length).entries())
    ids[i] = 1 + ((character.codePointAt(0) as number) % (characters.kinds - 1))
  return ids
}

export const readPrompts = (): Prompts => JSON.parse(readFileSync(new URL('prompts.json', import.meta.url), 'utf8'))

export type HeldOut = { nouns: string[]; place: string; en: string; ko: string }
type Prompts = {
  /** What the bundle was taught and the judge knows, in the order of its logits. */
  nouns: string[]
  heldOut: HeldOut[]
  /** An anchor, its things elsewhere, other things at its place, and nothing in common. */
  chains: [string, string, string, string][]
}
