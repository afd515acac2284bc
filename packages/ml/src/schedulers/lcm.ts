import { z } from 'zod'
import { BundleError } from '../bundle/bundle-error.ts'
import { alphasCumprod } from './alphas-cumprod.ts'
import { predicted } from './prediction.ts'
import type { Scheduler } from './scheduler.ts'
import { betasFit, clipSettings, noiseSettings, schedulerSettings, setting } from './settings.ts'
import { combine, stepwise } from './stepwise.ts'

export const lcmConfig = schedulerSettings({
  ...noiseSettings,
  ...clipSettings,
  _class_name: z.literal('LCMScheduler'),
  beta_start: setting(z.number().gt(0).lt(1), 0.00085),
  beta_end: setting(z.number().gt(0).lt(1), 0.012),
  beta_schedule: setting(noiseSettings.beta_schedule, 'scaled_linear'),
  clip_sample: setting(z.boolean(), false),
  original_inference_steps: setting(z.int().positive(), 50),
  timestep_scaling: setting(z.number().nonnegative(), 10),
  // LCM spaces its timesteps by those of its distillation and never asks for what is before the first.
  timestep_spacing: z.unknown().optional(),
  set_alpha_to_one: z.unknown().optional(),
})
  .refine(...betasFit)
  .refine(config => config.original_inference_steps <= config.num_train_timesteps, {
    path: ['original_inference_steps'],
    error: 'must not be above num_train_timesteps',
  })

/** Of the boundary condition: Luo et al. 2023, section 4. */
const sigmaData = 0.5

/**
 * Latent consistency sampling: each step jumps to the picture and noises it again, but the last (Luo et al. 2023, algorithm 3;
 * diffusers' LCMScheduler). Throws BundleError.
 */
export function lcm(config: z.infer<typeof lcmConfig>, steps: number): Scheduler {
  const { num_train_timesteps, original_inference_steps: distilled, timestep_scaling, prediction_type } = config
  if (steps > distilled)
    throw new BundleError(
      `The scheduler was distilled to ${distilled} steps and cannot take ${steps}: take at most ${distilled}.`,
    )
  const alphas = alphasCumprod(config)
  const stride = Math.floor(num_train_timesteps / distilled)
  const timesteps = Array.from(
    { length: steps },
    (_, i) => (distilled - Math.floor(i * (distilled / steps))) * stride - 1,
  )
  return stepwise({
    timesteps,
    initNoiseSigma: 1,
    ...(config.clip_sample ? { clip: config.clip_sample_range } : {}),
    steps: timesteps.map((t, i) => {
      const left = alphas[t] as number
      const scaled = t * timestep_scaling
      const skip = sigmaData ** 2 / (scaled ** 2 + sigmaData ** 2)
      const out = scaled / Math.sqrt(scaled ** 2 + sigmaData ** 2)
      const next = timesteps[i + 1]
      const leftNext = next === undefined ? 1 : (alphas[next] as number)
      const alpha = Math.sqrt(leftNext)
      return {
        original: predicted(prediction_type, Math.sqrt(left), Math.sqrt(1 - left)).original,
        advance: (latents, _, x0) => combine([alpha * skip, alpha * out], latents, x0, latents),
        noise: Math.sqrt(1 - leftNext),
      }
    }),
  })
}
