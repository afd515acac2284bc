import { setImmediate as turn } from 'node:timers/promises'
import type { Graph } from '../onnx.ts'
import type { Scheduler, State } from '../schedulers/index.ts'
import { createPredict, type PredictOptions } from './predict.ts'

/** State after a step; the same arrays every time. */
export type Step = State & {
  /** 1 … steps. */
  step: number
  steps: number
}

export type DenoiseOptions = PredictOptions & {
  scheduler: Scheduler
  /** Standard-normal starting noise [B, C, H, W]; not changed. */
  noise: Float32Array
  /** Fresh standard-normal noise [B, C, H, W] for the steps that add some. */
  stepNoise: (step: number) => Float32Array
  /** Called before each step, after a turn of the event loop; what it throws ends the loop. */
  beforeStep?: () => void
  onStep?: (step: Step) => void | Promise<void>
}

/** The denoising loop, from noise to latents, of several pictures at once. */
export async function denoise(unet: Graph, options: DenoiseOptions): Promise<Float32Array> {
  const { scheduler, noise, stepNoise, beforeStep, onStep } = options
  const steps = scheduler.timesteps.length
  const predict = createPredict(unet, options)

  const latents = noise.map(x => x * scheduler.initNoiseSigma)
  const expected = new Float32Array(noise.length)
  const sample = new Float32Array(noise.length)

  for (const [i, timestep] of scheduler.timesteps.entries()) {
    await turn()
    beforeStep?.()
    scheduler.scaleInput(i, latents, sample)
    const output = await predict(sample, timestep)
    scheduler.step(i, output, { latents, expected }, scheduler.addsNoise(i) ? stepNoise(i) : undefined)
    await onStep?.({ step: i + 1, steps, latents, expected })
  }
  return latents
}
