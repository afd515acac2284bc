/** What shapes the noise of training, by diffusers' names. */
export type NoiseConfig = {
  num_train_timesteps: number
  beta_start: number
  beta_end: number
  beta_schedule: 'linear' | 'scaled_linear' | 'squaredcos_cap_v2'
  trained_betas: number[] | null
  rescale_betas_zero_snr: boolean
}

/**
 * ᾱ of every training timestep: how much of the picture is left, as a share of variance; [num_train_timesteps].
 * Float32 arrays round after each operation where the reference does: 1 - ᾱ of the first timesteps would differ in its fifth
 * digit otherwise.
 */
export function alphasCumprod(config: NoiseConfig): Float32Array {
  const betas = betasOf(config)
  return cumulativeProduct((config.rescale_betas_zero_snr ? withZeroTerminalSnr(betas) : betas).map(beta => 1 - beta))
}

function betasOf(config: NoiseConfig): Float32Array {
  const { trained_betas, beta_schedule, beta_start, beta_end, num_train_timesteps: count } = config
  if (trained_betas) return Float32Array.from(trained_betas)
  if (beta_schedule === 'linear') return linspace(beta_start, beta_end, count)
  if (beta_schedule === 'scaled_linear')
    return linspace(Math.sqrt(beta_start), Math.sqrt(beta_end), count).map(root => root * root)
  // Nichol & Dhariwal 2021, eq. 17.
  const left = (t: number) => Math.cos(((t / count + 0.008) / 1.008) * (Math.PI / 2)) ** 2
  return Float32Array.from({ length: count }, (_, t) => Math.min(1 - left(t + 1) / left(t), 0.999))
}

/** Evenly spaced, both ends exact; counted from the nearer end, as PyTorch does. */
function linspace(first: number, last: number, count: number): Float32Array {
  const step = Math.fround((Math.fround(last) - Math.fround(first)) / (count - 1))
  return Float32Array.from({ length: count }, (_, i) =>
    i < count / 2 ? Math.fround(first) + step * i : Math.fround(last) - step * (count - 1 - i),
  )
}

/** So that the last timestep is pure noise: Lin et al. 2023, algorithm 1. */
function withZeroTerminalSnr(betas: Float32Array): Float32Array {
  const roots = cumulativeProduct(betas.map(beta => 1 - beta)).map(Math.sqrt)
  const [first, last] = [roots[0] as number, roots.at(-1) as number]
  const scale = Math.fround(first / Math.fround(first - last))
  const left = roots
    .map(root => root - last)
    .map(root => root * scale)
    .map(root => root * root)
  return left.map((share, t) => (t === 0 ? share : share / (left[t - 1] as number))).map(alpha => 1 - alpha)
}

/** Accumulated in float64. */
function cumulativeProduct(factors: Float32Array): Float32Array {
  let product = 1
  return factors.map(factor => {
    product *= factor
    return product
  })
}
