import { setImmediate as turn } from 'node:timers/promises'
import type { Graph } from '../onnx.ts'
import type { Schedule } from '../scheduler.ts'
import type { TextStates } from './text.ts'

export type Step = {
  /** 1 … steps. */
  step: number
  steps: number
  /** State after this step; the same array every time. */
  latents: Float32Array
  /** The latents of the picture expected at this point, x - σ·v; the same array every time. */
  expected: Float32Array
}

export type DenoiseOptions = {
  schedule: Schedule
  guidance: number
  /** Prompt first, empty prompt second. */
  text: TextStates
  /** Starting noise, C·H·W values; not changed. */
  noise: Float32Array
  signal?: AbortSignal
  onStep?: (step: Step) => void | Promise<void>
}

/**
 * The denoising loop: rectified flow (Liu et al. 2022) from noise to picture with classifier-free guidance (Ho & Salimans 2022).
 * Lets the event loop turn between steps and throws the signal's reason there. Returns final latents in [-1, 1].
 */
export async function denoise(unet: Graph, options: DenoiseOptions): Promise<Float32Array> {
  const { schedule, guidance, text, noise, signal, onStep } = options
  const [, ...shape] = unet.inputShape('sample') as number[]
  const steps = schedule.timesteps.length
  const n = noise.length

  const latents = noise.slice()
  const expected = new Float32Array(n)
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
    sample.set(latents)
    sample.set(latents, n)
    timestep.fill(schedule.timesteps[i] as number)
    const velocity = (await unet.run(feeds)).out_sample?.data as Float32Array

    const sigma = schedule.sigmas[i] as number
    const next = schedule.sigmas[i + 1] as number
    for (let j = 0; j < n; j++) {
      const unguided = velocity[n + j] as number
      const v = unguided + guidance * ((velocity[j] as number) - unguided)
      const x = latents[j] as number
      expected[j] = x - sigma * v
      latents[j] = x + (next - sigma) * v
    }
    await onStep?.({ step: i + 1, steps, latents, expected })
  }
  return latents.map(x => Math.min(1, Math.max(-1, x)))
}
