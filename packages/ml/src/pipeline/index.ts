import { BundleError, type BundleManifest, preprocessorFile, readJson } from '../bundle/index.ts'
import { encodePartial, encodePicture, type PictureFormat } from '../image/encode.ts'
import { pixelValues } from '../image/preprocess.ts'
import { startingNoise } from '../noise.ts'
import type { OnnxOptions } from '../onnx.ts'
import { createScheduler, schedulerConfig } from '../schedulers/index.ts'
import { createTokenizer } from '../tokenizer/index.ts'
import { decode } from './decode.ts'
import { denoise, type Step } from './denoise.ts'
import { type Graphs, openGraphs } from './graphs.ts'
import { normalise } from './normalise.ts'
import { partialSteps } from './partials.ts'
import { createStopwatch } from './stopwatch.ts'
import { encodeText, pair } from './text.ts'

export { type Graphs, openGraphs } from './graphs.ts'

export type PartialPicture = {
  /** A small WebP of the picture expected at this point. */
  picture: Buffer
  index: number
  /** 1 … steps. */
  step: number
  steps: number
}

export type DrawRequest = {
  prompt: string
  /** 0 … 2³² - 1. */
  seed: number
  format?: PictureFormat
  /** How many partial pictures, spread over the steps. */
  partialImages?: number
  onPartial?: (partial: PartialPicture) => void
  /** Looked at between steps; draw throws its reason. */
  signal?: AbortSignal
}

export type Stage = 'text' | 'denoise' | 'decode' | 'encode'

export type Drawing = { picture: Buffer; seconds: Record<Stage, number> }

export type Pipeline = {
  manifest: BundleManifest
  /** The open graphs; a bench runs them bare. */
  graphs: Graphs
  /** One picture. The same prompt and seed give the same picture, to one 8-bit level, on every machine. */
  draw(request: DrawRequest): Promise<Drawing>
  /** L2-normalised. One picture a call: batches of other sizes may differ in the last bits. Throws ImageError. */
  embedPicture(bytes: Uint8Array): Promise<Float32Array>
  /** L2-normalised, comparable with pictures'. */
  embedText(text: string): Promise<Float32Array>
}

/**
 * Opens the graphs of a bundle and runs each once, so that the first player waits no longer than the others.
 * Throws BundleError.
 */
export async function createPipeline(manifest: BundleManifest, options: OnnxOptions): Promise<Pipeline> {
  const schedule = readJson(manifest.dir, 'scheduler/scheduler_config.json', schedulerConfig)
  const preprocessor = readJson(manifest.dir, 'clip/preprocessor_config.json', preprocessorFile)
  const tokenizer = createTokenizer(manifest)
  const graphs = await openGraphs(manifest, options)
  const { textEncoder, unet, decoder, vision } = graphs
  const latentLength = (unet.inputShape('sample').slice(1) as number[]).reduce((product, n) => product * n)
  const unguided = await encodeText(textEncoder, tokenizer, '')

  async function draw(request: DrawRequest, steps = manifest.steps): Promise<Drawing> {
    const { prompt, seed, format = 'png', partialImages = 0, onPartial, signal } = request
    const stopwatch = createStopwatch<Stage>()
    const partials = partialSteps(partialImages, steps)

    const onStep = async ({ step, expected }: Step) => {
      const index = partials.indexOf(step)
      if (index < 0) return
      const picture = await encodePartial(await decode(decoder, expected))
      onPartial?.({ picture, index, step, steps })
    }

    const text = pair(await encodeText(textEncoder, tokenizer, prompt), unguided)
    stopwatch.lap('text')
    const latents = await denoise(unet, {
      scheduler: createScheduler(schedule, steps),
      guidance: manifest.guidance,
      text,
      noise: startingNoise(seed, latentLength),
      signal,
      onStep,
    })
    stopwatch.lap('denoise')
    const pixels = await decode(decoder, latents)
    stopwatch.lap('decode')
    const picture = await encodePicture(pixels, format)
    stopwatch.lap('encode')
    return { picture, seconds: stopwatch.seconds }
  }

  async function embedPicture(bytes: Uint8Array): Promise<Float32Array> {
    const { height, width } = preprocessor.size
    const values = vision.tensor('pixel_values', await pixelValues(bytes, preprocessor), [1, 3, height, width])
    const { image_embeds } = await vision.run({ pixel_values: values })
    return normalise(image_embeds?.data as Float32Array)
  }

  async function embedText(text: string): Promise<Float32Array> {
    return normalise((await encodeText(textEncoder, tokenizer, text)).embeds)
  }

  const warm = await draw({ prompt: '', seed: 0 }, 1)
  const { length } = await embedPicture(warm.picture)
  if (length !== manifest.embedding.dimensions)
    throw new BundleError(`Bundle ${manifest.dir}: embeddings have ${length} dimensions, bundle.json says otherwise.`)

  return { manifest, graphs, draw: request => draw(request), embedPicture, embedText }
}
