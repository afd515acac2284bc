import { readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { z } from 'zod'
import { readJson } from '../bundle/index.ts'
import { normalise, openClip } from '../clip/index.ts'
import { framed, pixelValues } from '../clip/pixel-values.ts'
import { preprocessorFile } from '../clip/preprocessor.ts'
import { sharp } from '../image/sharp.ts'
import type { OnnxOptions } from '../onnx.ts'
import { createBytePairs } from '../tokenizer/clip/byte-pairs.ts'
import { offBy } from './off-by.ts'

const numbers = z.array(z.number())
const goldenFile = z.object({
  images: z.array(
    z.object({ image: z.string(), image_embeds: numbers, pixel_values_first_row_first_8: z.array(numbers) }),
  ),
  texts: z.array(z.object({ text: z.string(), input_ids: numbers, text_embeds: numbers })),
})
type Golden = z.infer<typeof goldenFile>

/** Mean difference of a picture's 8-bit values as it reaches normalisation. */
const levelTolerance = 0.6
const valueTolerance = 1e-4
const cosineTolerance = 0.999

export type ClipParity = {
  pictures: number
  texts: number
  /** Lines that say what differs. */
  failed: string[]
  /** The furthest mean difference in 8-bit levels, and the smallest cosines of pictures' and texts' features. */
  worst: { levels: number; picture: number; text: number }
}

/** Preprocessing and features of every picture and text of clip/ in a folder of reference fixtures. */
export async function compareClip(
  fixturesDir: string,
  options: OnnxOptions = { provider: 'cpu', threads: 1 },
): Promise<ClipParity> {
  const dir = join(fixturesDir, 'clip')
  const golden = readJson(dir, 'golden/clip.json', goldenFile)
  const clip = await openClip(dir, options)
  const levels: number[] = []
  const pictures: number[] = []
  const failed: string[] = []

  for (const { image, ...expected } of golden.images) {
    const bytes = readFileSync(join(dir, 'golden/images', image))
    const preprocessed = await comparePreprocessing(dir, image, bytes, expected.pixel_values_first_row_first_8)
    const cosine = dot(await clip.embedPicture(bytes), normalise(Float32Array.from(expected.image_embeds)))
    levels.push(preprocessed.levels)
    pictures.push(cosine)
    if (!(preprocessed.levels <= levelTolerance)) failed.push(`clip/${image}: ${preprocessed.levels} levels off`)
    if (!(preprocessed.values <= valueTolerance)) failed.push(`clip/${image}: normalised values differ`)
    if (!(cosine >= cosineTolerance)) failed.push(`clip/${image}: cosine ${cosine}`)
  }
  const texts = await compareTexts(dir, golden.texts, clip.embedText)
  return {
    pictures: golden.images.length,
    texts: golden.texts.length,
    failed: [...failed, ...texts.failed],
    worst: { levels: Math.max(0, ...levels), picture: Math.min(1, ...pictures), text: Math.min(1, ...texts.cosines) },
  }
}

/** By the golden picture beside it (NAME.224.png), and by the first normalised values of each channel. */
async function comparePreprocessing(dir: string, image: string, bytes: Buffer, firstValues: number[][]) {
  const preprocessor = readJson(dir, 'preprocessor_config.json', preprocessorFile)
  const { data } = await framed(bytes, preprocessor)
  const golden = await sharp(join(dir, 'golden/images', `${parse(image).name}.224.png`))
    .removeAlpha()
    .raw()
    .toBuffer()
  const sum = golden.reduce((total, value, i) => total + Math.abs(value - (data[i] ?? Infinity)), 0)
  const values = await pixelValues(bytes, preprocessor)
  const first = firstValues.flatMap((row, channel) => [
    ...values.subarray((channel * values.length) / 3).subarray(0, row.length),
  ])
  return {
    levels: golden.length === data.length ? sum / golden.length : Number.POSITIVE_INFINITY,
    values: offBy(first, firstValues.flat()),
  }
}

async function compareTexts(
  dir: string,
  texts: Golden['texts'],
  embedText: ((text: string) => Promise<Float32Array>) | undefined,
) {
  const { tokenize } = createBytePairs(dir)
  const cosines: number[] = []
  const failed: string[] = []
  for (const { text, input_ids, text_embeds } of texts) {
    const expected = normalise(Float32Array.from(text_embeds))
    const cosine = embedText ? dot(await embedText(text), expected) : Number.NaN
    cosines.push(cosine)
    if (String(tokenize(text).ids) !== String(input_ids)) failed.push(`clip: the ids of ${JSON.stringify(text)} differ`)
    if (!(cosine >= cosineTolerance)) failed.push(`clip: ${JSON.stringify(text)}: cosine ${cosine}`)
  }
  return { cosines, failed }
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? Number.NaN), 0)
