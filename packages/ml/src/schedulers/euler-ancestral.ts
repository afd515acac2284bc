import { z } from 'zod'
import { eulerMethod, finiteLevels } from './euler-method.ts'
import { levelAt } from './noise-levels.ts'
import type { Scheduler } from './scheduler.ts'
import { betasFit, noiseSettings, schedulerSettings, setting, timestepSpacing } from './settings.ts'
import { spacedTimesteps } from './spacing.ts'

export const eulerAncestralConfig = schedulerSettings({
  ...noiseSettings,
  _class_name: z.literal('EulerAncestralDiscreteScheduler'),
  prediction_type: setting(z.enum(['epsilon', 'v_prediction']), 'epsilon'),
  timestep_spacing: setting(timestepSpacing, 'linspace'),
}).refine(...betasFit)

/** Each step goes below the next level and comes back up by fresh noise (diffusers' EulerAncestralDiscreteScheduler). */
export function eulerAncestral(config: z.infer<typeof eulerAncestralConfig>, steps: number): Scheduler {
  const trained = finiteLevels(config)
  const timesteps = spacedTimesteps(config, steps)
  const levels = timesteps.map(t => levelAt(trained, t))
  return eulerMethod(config, timesteps, [...levels, 0], (level, next) => {
    const noise = Math.sqrt((next ** 2 * (level ** 2 - next ** 2)) / level ** 2)
    return { down: Math.sqrt(next ** 2 - noise ** 2), noise }
  })
}
