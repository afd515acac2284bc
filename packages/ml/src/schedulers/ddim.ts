import { z } from 'zod'
import { BundleError } from '../bundle/bundle-error.ts'
import { alphasCumprod } from './alphas-cumprod.ts'
import { predicted } from './prediction.ts'
import { roundHalfEven } from './round-half-even.ts'
import type { Scheduler } from './scheduler.ts'
import { betasFit, clipSettings, noiseSettings, schedulerSettings, setting, timestepSpacing } from './settings.ts'
import { spacedTimesteps } from './spacing.ts'
import { stepwise } from './stepwise.ts'

export const ddimConfig = schedulerSettings({
  ...noiseSettings,
  ...clipSettings,
  _class_name: z.literal('DDIMScheduler'),
  clip_sample: setting(z.boolean(), true),
  set_alpha_to_one: setting(z.boolean(), true),
  timestep_spacing: setting(timestepSpacing, 'leading'),
}).refine(...betasFit)

/** Deterministic DDIM, η = 0 (Song et al. 2021, eq. 12; diffusers' DDIMScheduler). Throws BundleError. */
export function ddim(config: z.infer<typeof ddimConfig>, steps: number): Scheduler {
  const alphas = alphasCumprod(config)
  const timesteps = spacedTimesteps(config, steps).map(roundHalfEven)
  if ((timesteps[0] as number) >= alphas.length)
    throw new BundleError(`The scheduler's steps_offset leads past its last timestep in ${steps} steps: take fewer.`)
  const stride = Math.floor(config.num_train_timesteps / steps)
  const end = config.set_alpha_to_one ? 1 : (alphas[0] as number)
  return stepwise({
    timesteps,
    initNoiseSigma: 1,
    ...(config.clip_sample ? { clip: config.clip_sample_range } : {}),
    steps: timesteps.map(t => {
      const left = alphas[t] as number
      // Not always the next timestep that is visited, but what the reference does.
      const leftNext = t >= stride ? (alphas[t - stride] as number) : end
      const { original, noise } = predicted(config.prediction_type, Math.sqrt(left), Math.sqrt(1 - left))
      const [alpha, beta] = [Math.sqrt(leftNext), Math.sqrt(1 - leftNext)]
      return {
        original,
        advance(latents, output, x0) {
          for (let j = 0; j < latents.length; j++) {
            const epsilon = noise[0] * (latents[j] as number) + noise[1] * (output[j] as number)
            latents[j] = alpha * (x0[j] as number) + beta * epsilon
          }
        },
      }
    }),
  })
}
