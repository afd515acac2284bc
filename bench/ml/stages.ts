import { join } from 'node:path'
import { readJson } from '@dabble/ml/bundle'
import type { Pipeline } from '@dabble/ml/pipeline'
import { pixelValues } from '../../packages/ml/src/clip/pixel-values.ts'
import { preprocessorFile } from '../../packages/ml/src/clip/preprocessor.ts'
import { encodePicture } from '../../packages/ml/src/image/encode.ts'
import { noiseSource } from '../../packages/ml/src/noise.ts'
import { denoise } from '../../packages/ml/src/pipeline/denoise.ts'
import { toPixels } from '../../packages/ml/src/pipeline/pixels.ts'
import { createScheduler } from '../../packages/ml/src/schedulers/index.ts'
import { timeInGraph } from './bare-runs.ts'
import { partsOf } from './parts.ts'
import { timed } from './times.ts'

/** Milliseconds of a batch; `steps` has one figure a denoiser step. */
export type StageTimes = {
  tokenize: number
  text: number
  steps: number[]
  decode: number
  to8Bits: number
  encode: number
  preprocess: number
  clip: number
}

/** Prompts of different lengths, as players type them. */
const prompts = ['a duck and a swan on a lake', '오리', 'a swan', '밤 호수 위의 백조 두 마리']

export const requestsOf = (batch: number) =>
  Array.from({ length: batch }, (_, i) => ({ prompt: prompts[i % prompts.length] as string, seed: i + 1 }))

/** The way of a batch from prompts to embeddings, one stage after the other, with a clock between them. */
export function createStages(pipeline: Pipeline, batch: number) {
  const { manifest, vision, embedPicture } = pipeline
  const diffusion = partsOf(pipeline)
  const { text, unet, decoder } = diffusion
  const { picture, steps, guidance, negativePrompt = '', dir } = manifest
  const latentShape = diffusion.latentShape(picture)
  const length = batch * latentShape.reduce((a, b) => a * b, 1)
  const scheduler = createScheduler(diffusion.schedule, steps)
  const own = requestsOf(batch).map(({ prompt }) => prompt)
  const preprocessor = readJson(join(dir, 'clip'), 'preprocessor_config.json', preprocessorFile)
  const noise = noiseSource(1)

  return async (): Promise<StageTimes> => {
    const negative = await text.encodeNegative(negativePrompt, picture)
    const tokenized = await timed(() => own.map(prompt => text.tokenizer.tokenize(prompt)))
    const encoded = await timed(() => text.encode(own, picture))

    const stepTimes: number[] = []
    let began = 0
    const latents = await denoise(unet, {
      scheduler,
      guidance,
      negative,
      latentShape,
      text: encoded.result,
      noise: noise(length),
      stepNoise: () => noise(length),
      beforeStep: () => {
        began = performance.now()
      },
      onStep: () => {
        stepTimes.push(performance.now() - began)
      },
    })
    const decoded = await timed(() => decoder.planes(latents, latentShape))
    const pixels = await timed(() => toPixels(decoded.result))
    const files = await timed(() => Promise.all(pixels.result.map(one => encodePicture(one, 'png'))))
    // One picture after the other, as scores are made: each file is preprocessed, then embedded.
    const preprocessed = await timed(() => inTurn(files.result, file => pixelValues(file, preprocessor)))
    const clip = await timeInGraph(vision, () => inTurn(files.result, embedPicture))
    return {
      tokenize: tokenized.ms,
      text: encoded.ms,
      steps: stepTimes,
      decode: decoded.ms,
      to8Bits: pixels.ms,
      encode: files.ms,
      preprocess: preprocessed.ms,
      clip,
    }
  }
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) {
  for (const item of items) await work(item)
}
