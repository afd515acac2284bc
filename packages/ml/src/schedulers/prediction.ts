import { BundleError } from '../bundle/bundle-error.ts'
import type { Linear } from './stepwise.ts'

export type PredictionType = 'epsilon' | 'sample' | 'v_prediction'

/**
 * The picture x₀ and the noise ε behind x = α·x₀ + β·ε, α² + β² = 1, from x and what the denoiser answered: ε, x₀ or
 * v = α·ε - β·x₀ (Salimans & Ho 2022). Throws BundleError where nothing is left of the picture and ε cannot tell it.
 */
export function predicted(type: PredictionType, alpha: number, beta: number): { original: Linear; noise: Linear } {
  if (type === 'epsilon' && alpha === 0)
    throw new BundleError(
      'The scheduler starts from pure noise (rescale_betas_zero_snr), which prediction_type epsilon cannot: set one of them right.',
    )
  if (type === 'epsilon') return { original: [1 / alpha, -beta / alpha], noise: [0, 1] }
  if (type === 'sample') return { original: [0, 1], noise: [1 / beta, -alpha / beta] }
  return { original: [alpha, -beta], noise: [beta, alpha] }
}
