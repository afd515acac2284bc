import type { SchedulerConfig } from './bundle/index.ts'

export type Schedule = {
  /** steps + 1 noise levels from 1 down to 0. */
  sigmas: number[]
  /** What the denoiser is told at each step: sigma · num_train_timesteps. */
  timesteps: number[]
}

/**
 * Flow-match Euler (diffusers' FlowMatchEulerDiscreteScheduler, given evenly spaced sigmas as its pipelines do): with shift s,
 * sigma = s·u / (1 + (s - 1)·u) (Esser et al. 2024, eq. 23).
 */
export function flowMatchEuler({ shift, num_train_timesteps }: SchedulerConfig, steps: number): Schedule {
  const sigmas = Array.from({ length: steps + 1 }, (_, i) => {
    const u = 1 - i / steps
    return (shift * u) / (1 + (shift - 1) * u)
  })
  return { sigmas, timesteps: sigmas.slice(0, -1).map(sigma => sigma * num_train_timesteps) }
}
