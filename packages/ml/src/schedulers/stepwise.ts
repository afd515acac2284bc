import type { Scheduler } from './scheduler.ts'

/** Factors of two arrays, of latents x and what the denoiser answered y where nothing else is said: f₀·x + f₁·y. */
export type Linear = readonly [latents: number, output: number]

/** One step, with everything that depends on its place worked out. */
export type Step = {
  /** The expected picture x₀. */
  original: Linear
  /** Changes the latents in place to those after it, but for noise. */
  advance(latents: Float32Array, output: Float32Array, original: Float32Array): void
  /** Factor of the fresh noise that is added then; 0 unless given. */
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
export function stepwise({ steps, inputScales, clip, ...rest }: Method): Scheduler {
  return {
    ...rest,
    addsNoise: i => (steps[i]?.noise ?? 0) !== 0,
    scaleInput(i, latents, into) {
      const scale = inputScales?.[i] ?? 1
      for (let j = 0; j < latents.length; j++) into[j] = scale * (latents[j] as number)
    },
    step(i, output, { latents, expected }, fresh) {
      const { original, advance, noise = 0 } = steps[i] as Step
      if (noise !== 0 && !fresh) throw new Error(`step ${i} needs noise`)
      combine(original, latents, output, expected)
      if (clip !== undefined) clamp(expected, clip)
      advance(latents, output, expected)
      if (fresh && noise !== 0) combine([1, noise], latents, fresh, latents)
    },
  }
}

/** f₀·a + f₁·b, into any of the two or elsewhere. */
export function combine([ofA, ofB]: Linear, a: Float32Array, b: Float32Array, into: Float32Array): void {
  for (let j = 0; j < a.length; j++) into[j] = ofA * (a[j] as number) + ofB * (b[j] as number)
}

function clamp(values: Float32Array, most: number): void {
  for (let j = 0; j < values.length; j++) values[j] = Math.min(most, Math.max(-most, values[j] as number))
}
