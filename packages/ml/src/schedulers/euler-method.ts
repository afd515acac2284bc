import { alphasCumprod, type NoiseConfig } from './alphas-cumprod.ts'
import { noiseLevels } from './noise-levels.ts'
import { type PredictionType, predicted } from './prediction.ts'
import type { Scheduler } from './scheduler.ts'
import type { SpacingConfig } from './spacing.ts'
import { type Step, stepwise } from './stepwise.ts'

/** σ for pure noise, whose true level is infinite: that of ᾱ = 2⁻²⁴. */
const pureNoise = 4096

export function finiteLevels(config: NoiseConfig): Float32Array {
  const levels = noiseLevels(alphasCumprod(config))
  return config.rescale_betas_zero_snr ? levels.with(-1, pureNoise) : levels
}

/** Where a step from one level to the next leads: `down` by the derivative, then up again by `noise`. */
export type Leg = { down: number; noise: number }

/**
 * Euler's method on dx/dσ = (x - x₀) / σ, latents being x₀ + σ·ε (Karras et al. 2022, algorithm 1); the denoiser is shown them
 * scaled to variance 1. Rounded after each operation as the reference is: where σ is in the thousands, pictures show the difference.
 */
export function eulerMethod(
  config: Pick<SpacingConfig, 'timestep_spacing'> & { prediction_type: PredictionType },
  timesteps: number[],
  levels: number[],
  leg: (level: number, next: number) => Leg,
): Scheduler {
  const sigmas = [...Float32Array.from(levels)]
  const inputScales = sigmas.slice(0, -1).map(sigma => 1 / Math.sqrt(sigma ** 2 + 1))
  const steps = inputScales.map((alpha, i): Step => {
    const sigma = sigmas[i] as number
    const [ofScaled, ofOutput] = predicted(config.prediction_type, alpha, sigma * alpha).original
    const { down, noise } = leg(sigma, sigmas[i + 1] as number)
    const way = Math.fround(down - sigma)
    return {
      original: [ofScaled * alpha, ofOutput],
      advance(latents, _, original) {
        for (let j = 0; j < latents.length; j++) {
          const x = latents[j] as number
          latents[j] = x + Math.fround(Math.fround(Math.fround(x - (original[j] as number)) / sigma) * way)
        }
      },
      noise,
    }
  })
  const most = Math.max(...sigmas)
  return stepwise({
    timesteps: [...Float32Array.from(timesteps)],
    sigmas,
    initNoiseSigma: config.timestep_spacing === 'leading' ? Math.sqrt(most ** 2 + 1) : most,
    inputScales,
    steps,
  })
}
