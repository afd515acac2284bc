import { betaQuantile } from './beta-quantile.ts'

export type LevelConfig = { use_karras_sigmas: boolean; use_exponential_sigmas: boolean; use_beta_sigmas: boolean }

/** So many noise levels, falling from the first to the last of these, spaced as the config wishes; null where it wishes nothing. */
export function chosenLevels(config: LevelConfig, first: number, last: number, count: number): number[] | null {
  const at = (level: (u: number) => number) =>
    Array.from({ length: count }, (_, i) => level(count === 1 ? 0 : i / (count - 1)))
  // Karras et al. 2022, eq. 5.
  if (config.use_karras_sigmas)
    return at(u => (first ** (1 / rho) + u * (last ** (1 / rho) - first ** (1 / rho))) ** rho)
  if (config.use_exponential_sigmas) return at(u => Math.exp(Math.log(first) + u * (Math.log(last) - Math.log(first))))
  // Lee et al. 2024, "Beta Sampling is All You Need".
  if (config.use_beta_sigmas) return at(u => last + betaQuantile(1 - u, 0.6) * (first - last))
  return null
}

const rho = 7
