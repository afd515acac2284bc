import { setImmediate as turn } from 'node:timers/promises'
import type { Graph } from '../onnx.ts'
import type { Scheduler, State } from '../schedulers/index.ts'
import type { TextStates } from './text.ts'

/** State after a step; the same arrays every time. */
export type Step = State & {
  /** 1 … steps. */
  step: number
  steps: number
}

export type DenoiseOptions = {
  scheduler: Scheduler
  guidance: number
  /** Prompt first, empty prompt second. */
  text: TextStates
  /** Starting noise, C·H·W values; not changed. */
  noise: Float32Array
  signal?: AbortSignal
  onStep?: (step: Step) => void | Promise<void>
}

/**
 * The denoising loop, from noise to picture with classifier-free guidance (Ho & Salimans 2022).
 * Lets the event loop turn between steps and throws the signal's reason there. Returns final latents in [-1, 1].
 */
export async function denoise(unet: Graph, options: DenoiseOptions): Promise<Float32Array> {
  const { scheduler, guidance, text, noise, signal, onStep } = options
  const [, ...shape] = unet.inputShape('sample') as number[]
  const steps = scheduler.timesteps.length
  const n = noise.length

  const latents = noise.map(x => x * scheduler.initNoiseSigma)
  const expected = new Float32Array(n)
  const guided = new Float32Array(n)
  const sample = new Float32Array(2 * n)
  const timestep = new Float32Array(2)
  const feeds = {
    sample: unet.tensor('sample', sample, [2, ...shape]),
    timestep: unet.tensor('timestep', timestep, [2]),
    encoder_hidden_states: unet.tensor('encoder_hidden_states', text.states, text.statesShape),
    encoder_attention_mask: unet.tensor('encoder_attention_mask', text.mask, text.maskShape),
  }

  for (let i = 0; i < steps; i++) {
    await turn()
    signal?.throwIfAborted()
    scheduler.scaleInput(i, latents, sample)
    sample.copyWithin(n, 0, n)
    timestep.fill(scheduler.timesteps[i] as number)
    const output = (await unet.run(feeds)).out_sample?.data as Float32Array
    for (let j = 0; j < n; j++) {
      const unguided = output[n + j] as number
      guided[j] = unguided + guidance * ((output[j] as number) - unguided)
    }
    scheduler.step(i, guided, { latents, expected })
    await onStep?.({ step: i + 1, steps, latents, expected })
  }
  return latents.map(x => Math.min(1, Math.max(-1, x)))
}
