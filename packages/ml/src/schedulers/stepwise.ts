import type { Scheduler } from './scheduler.ts'

/** Factors of latents x and of what the denoiser answered y: f₀·x + f₁·y. */
export type Linear = readonly [latents: number, output: number]

/** One step, for one element. */
export type Step = {
  /** The expected picture x₀. */
  original: Linear
  /** The latent after it, but for noise. */
  next(latent: number, output: number, original: number): number
  /** Factor of the fresh noise that is added; 0 unless given. */
  noise?: number
}

export type Method = Pick<Scheduler, 'timesteps' | 'sigmas' | 'initNoiseSigma'> & {
  steps: Step[]
  /** The denoiser is shown latents times this, one a step; 1 unless given. */
  inputScales?: number[]
  /** The expected picture is kept within ±clip. */
  clip?: number
}

/** A scheduler that goes through its elements one by one. */
export function stepwise({ steps, inputScales, clip = Number.POSITIVE_INFINITY, ...rest }: Method): Scheduler {
  return {
    ...rest,
    addsNoise: i => (steps[i]?.noise ?? 0) !== 0,
    scaleInput(i, latents, into) {
      const scale = inputScales?.[i] ?? 1
      for (let j = 0; j < latents.length; j++) into[j] = scale * (latents[j] as number)
    },
    step(i, output, { latents, expected }, fresh) {
      const { original, next, noise = 0 } = steps[i] as Step
      const [ofLatent, ofOutput] = original
      if (noise !== 0 && !fresh) throw new Error(`step ${i} needs noise`)
      for (let j = 0; j < latents.length; j++) {
        const x = latents[j] as number
        const y = output[j] as number
        const x0 = Math.fround(Math.min(clip, Math.max(-clip, ofLatent * x + ofOutput * y)))
        expected[j] = x0
        latents[j] = next(x, y, x0)
      }
      if (fresh && noise !== 0)
        for (let j = 0; j < latents.length; j++) latents[j] = (latents[j] as number) + noise * (fresh[j] as number)
    },
  }
}
