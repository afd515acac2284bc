import { z } from 'zod'
import { chosenLevels } from './chosen-levels.ts'
import { eulerMethod, finiteLevels } from './euler-method.ts'
import { levelAt, timestepAt } from './noise-levels.ts'
import type { Scheduler } from './scheduler.ts'
import {
  betasFit,
  levelSettings,
  noiseSettings,
  oneChoiceOfLevels,
  schedulerSettings,
  setting,
  timestepSpacing,
} from './settings.ts'
import { spacedTimesteps } from './spacing.ts'

export const eulerDiscreteConfig = schedulerSettings({
  ...noiseSettings,
  ...levelSettings,
  _class_name: z.literal('EulerDiscreteScheduler'),
  timestep_spacing: setting(timestepSpacing, 'linspace'),
  interpolation_type: setting(z.enum(['linear', 'log_linear']), 'linear'),
  timestep_type: setting(z.enum(['discrete', 'continuous']), 'discrete'),
  final_sigmas_type: setting(z.enum(['zero', 'sigma_min']), 'zero'),
  sigma_min: setting(z.number().positive().nullable(), null),
  sigma_max: setting(z.number().positive().nullable(), null),
})
  .refine(...betasFit)
  .refine(...oneChoiceOfLevels)

/** Euler's method without fresh noise (diffusers' EulerDiscreteScheduler). */
export function eulerDiscrete(config: z.infer<typeof eulerDiscreteConfig>, steps: number): Scheduler {
  const trained = finiteLevels(config)
  const spaced = spacedTimesteps(config, steps)
  const levels =
    config.interpolation_type === 'linear' ? spaced.map(t => levelAt(trained, t)) : logLevels(trained, steps)

  const first = config.sigma_max ?? (levels[0] as number)
  const chosen = chosenLevels(config, first, config.sigma_min ?? (levels.at(-1) as number), steps)
  const timesteps = chosen ? chosen.map(level => timestepAt(trained, level)) : spaced
  const end = config.final_sigmas_type === 'zero' ? 0 : (trained[0] as number)
  const sigmas = [...(chosen ?? levels), end].slice(0, steps + 1)

  const told =
    config.timestep_type === 'continuous' && config.prediction_type === 'v_prediction'
      ? sigmas.slice(0, -1).map(sigma => Math.log(sigma) / 4)
      : timesteps
  return eulerMethod(config, told, sigmas, (_, next) => ({ down: next, noise: 0 }))
}

/** Evenly spaced in ln σ over all that was trained; one more than steps, so that the loop ends at the smallest and not at 0. */
function logLevels(trained: Float32Array, steps: number): number[] {
  const [least, most] = [Math.log(trained[0] as number), Math.log(trained.at(-1) as number)]
  return Array.from({ length: steps + 1 }, (_, i) => Math.exp(most + ((least - most) * i) / steps))
}
