import { noiseSource } from '../noise.ts'
import { createScheduler } from '../schedulers/index.ts'
import { denoise } from './denoise.ts'
import type { Diffusion } from './diffusion.ts'
import type { DrawBatch, Drawing, DrawRequest, DrawSettings, Stage } from './drawing.ts'
import { partialsSender } from './partials.ts'
import { concat, product } from './rows.ts'
import { encodeAll, settled, throwIfAllAborted } from './settled.ts'
import { createStopwatch } from './stopwatch.ts'

/** Throws BundleError for settings that the graphs or the scheduler do not fit. */
export async function createDrawBatch(diffusion: Diffusion, settings: DrawSettings): Promise<DrawBatch> {
  const { text, unet, decoder, thumbnail } = diffusion
  const { picture, steps, guidance, negativePrompt = '' } = settings
  const latentShape = diffusion.latentShape(picture)
  const scheduler = createScheduler(diffusion.schedule, steps)
  const negative = await text.encodeNegative(negativePrompt, picture)

  async function draw(requests: readonly DrawRequest[], onDrawn?: () => void): Promise<Drawing[]> {
    const stopwatch = createStopwatch<Stage>()
    const sources = requests.map(({ seed }) => noiseSource(seed))
    const noise = () => concat(sources.map(source => source(product(latentShape))))

    const prompts = requests.map(({ prompt }) => prompt)
    const conditionings = await text.encode(prompts, picture)
    stopwatch.lap('text')
    const latents = await denoise(unet, {
      scheduler,
      guidance,
      text: conditionings,
      negative,
      latentShape,
      noise: noise(),
      stepNoise: noise,
      beforeStep: () => throwIfAllAborted(requests),
      onStep: partialsSender(requests, latents => decoder.decode(latents, latentShape)),
    })
    stopwatch.lap('denoise')
    const pictures = await decoder.decode(thumbnail ? latents.map(clamp) : latents, latentShape)
    stopwatch.lap('decode')
    onDrawn?.()
    const files = await encodeAll(pictures, requests)
    stopwatch.lap('encode')
    return files.map(file => ({ picture: file, seconds: stopwatch.seconds }))
  }

  return settled(draw)
}

const clamp = (x: number) => Math.min(1, Math.max(-1, x))
