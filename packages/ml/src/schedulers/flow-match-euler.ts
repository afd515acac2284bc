import { z } from 'zod'
import type { Scheduler } from './scheduler.ts'

export const flowMatchEulerConfig = z.object({
  _class_name: z.literal('FlowMatchEulerDiscreteScheduler'),
  num_train_timesteps: z.number().positive(),
  shift: z.number().positive(),
  use_dynamic_shifting: z.literal(false).default(false),
})

/**
 * Flow-match Euler (diffusers' FlowMatchEulerDiscreteScheduler, given evenly spaced sigmas as its pipelines do): with shift s,
 * sigma = s·u / (1 + (s - 1)·u) (Esser et al. 2024, eq. 23). The denoiser answers with the velocity noise - picture and is told
 * sigma · num_train_timesteps.
 */
export function flowMatchEuler(config: z.infer<typeof flowMatchEulerConfig>, steps: number): Scheduler {
  const { shift, num_train_timesteps } = config
  const sigmas = Array.from({ length: steps + 1 }, (_, i) => {
    const u = 1 - i / steps
    return (shift * u) / (1 + (shift - 1) * u)
  })
  return {
    sigmas,
    timesteps: sigmas.slice(0, -1).map(sigma => sigma * num_train_timesteps),
    initNoiseSigma: 1,
    addsNoise: () => false,
    scaleInput: (_i, latents, into) => into.set(latents),
    step(i, velocity, { latents, expected }) {
      const sigma = sigmas[i] as number
      const next = sigmas[i + 1] as number
      for (let j = 0; j < latents.length; j++) {
        const x = latents[j] as number
        const v = velocity[j] as number
        expected[j] = x - sigma * v
        latents[j] = x + (next - sigma) * v
      }
    },
  }
}
