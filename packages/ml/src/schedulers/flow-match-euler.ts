import { z } from 'zod'
import { chosenLevels } from './chosen-levels.ts'
import type { Scheduler } from './scheduler.ts'
import { levelSettings, off, oneChoiceOfLevels, schedulerSettings, setting } from './settings.ts'
import { combine, stepwise } from './stepwise.ts'

export const flowMatchEulerConfig = schedulerSettings({
  ...levelSettings,
  _class_name: z.literal('FlowMatchEulerDiscreteScheduler'),
  num_train_timesteps: setting(z.number().positive(), 1000),
  shift: setting(z.number().positive(), 1),
  shift_terminal: setting(z.number().gt(0).lt(1).nullable(), null),
  stochastic_sampling: setting(z.boolean(), false),
  use_dynamic_shifting: off('(shift is)'),
  invert_sigmas: off(''),
  // Of dynamic shifting.
  base_shift: z.unknown().optional(),
  max_shift: z.unknown().optional(),
  base_image_seq_len: z.unknown().optional(),
  max_image_seq_len: z.unknown().optional(),
}).refine(...oneChoiceOfLevels)

type Config = z.infer<typeof flowMatchEulerConfig>

/**
 * Flow-match Euler (diffusers' FlowMatchEulerDiscreteScheduler): latents are (1 - σ)·x₀ + σ·ε, the denoiser answers with the
 * velocity ε - x₀ and is told σ · num_train_timesteps.
 */
export function flowMatchEuler(config: Config, steps: number): Scheduler {
  const shifted = spacedLevels(config, steps).map(level => shiftedLevel(config, level))
  const levels = stretched(shifted, config.shift_terminal)
  const chosen = chosenLevels(config, levels[0] as number, levels.at(-1) as number, steps) ?? levels
  const sigmas = [...Float32Array.from([...chosen, 0])]
  return stepwise({
    sigmas,
    timesteps: sigmas.slice(0, -1).map(sigma => sigma * config.num_train_timesteps),
    initNoiseSigma: 1,
    steps: sigmas.slice(0, -1).map((sigma, i) => {
      const next = sigmas[i + 1] as number
      return {
        original: [1, -sigma],
        advance: (latents, velocity, x0) =>
          config.stochastic_sampling
            ? combine([0, 1 - next], latents, x0, latents)
            : combine([1, next - sigma], latents, velocity, latents),
        noise: config.stochastic_sampling ? next : 0,
      }
    }),
  })
}

/** Esser et al. 2024, eq. 23. */
const shiftedLevel = ({ shift }: Pick<Config, 'shift'>, level: number) => (shift * level) / (1 + (shift - 1) * level)

/**
 * Evenly from pure noise to the least noise in training. A model of continuous time, whose num_train_timesteps is 1, knows no
 * least: its levels divide the way evenly, and the last step is as long as the others.
 */
function spacedLevels(config: Config, steps: number): number[] {
  const even = config.num_train_timesteps === 1
  const least = even ? 1 / steps : Math.fround(shiftedLevel(config, 1 / config.num_train_timesteps))
  return Array.from({ length: steps }, (_, i) => 1 + (steps === 1 ? 0 : ((least - 1) * i) / (steps - 1)))
}

/** Stretched so that the last level is `terminal`, as LTX-Video does. */
function stretched(levels: number[], terminal: number | null): number[] {
  if (terminal === null) return levels
  const scale = (1 - (levels.at(-1) as number)) / (1 - terminal)
  return levels.map(level => 1 - (1 - level) / scale)
}
