import { roundHalfEven } from './round-half-even.ts'

export type SpacingConfig = {
  num_train_timesteps: number
  timestep_spacing: 'linspace' | 'leading' | 'trailing'
  steps_offset: number
}

/**
 * The training timesteps that are visited, falling (Lin et al. 2023, table 2). Those of `linspace` may lie between two.
 * Arithmetic in NumPy's order, because halves are rounded.
 */
export function spacedTimesteps(config: SpacingConfig, steps: number): number[] {
  const { num_train_timesteps: count, timestep_spacing, steps_offset } = config
  const at = (timestep: (i: number) => number) => Array.from({ length: steps }, (_, i) => timestep(i))
  if (timestep_spacing === 'leading') {
    const stride = Math.floor(count / steps)
    return at(i => (steps - 1 - i) * stride + steps_offset)
  }
  if (timestep_spacing === 'trailing') {
    const stride = count - (count - count / steps)
    return at(i => roundHalfEven(count - i * stride) - 1)
  }
  if (steps === 1) return [0]
  const stride = (count - 1) / (steps - 1)
  return at(i => (i === 0 ? count - 1 : (steps - 1 - i) * stride))
}
