/** Where a denoising loop stands; both arrays are [B, C, H, W], changed in place by each step. */
export type State = {
  latents: Float32Array
  /** The latents of the picture expected at this point (x₀), for partial pictures. */
  expected: Float32Array
}

/**
 * One way from noise to picture in a given number of steps: pure arithmetic, element by element, so that a batch is only a
 * longer array. By diffusers' definitions, whose traces it reproduces.
 */
export type Scheduler = {
  /** What the denoiser is told, one a step. */
  readonly timesteps: readonly number[]
  /** Noise levels, one more than steps; only where the method is written in them. */
  readonly sigmas?: readonly number[]
  /** Standard-normal noise times this is where the loop starts. */
  readonly initNoiseSigma: number
  /** Whether step `i` adds fresh standard-normal noise: then it must be given. */
  addsNoise(i: number): boolean
  /** Writes what the denoiser is shown at step `i` of these latents. */
  scaleInput(i: number, latents: Float32Array, into: Float32Array): void
  /** Takes step `i` with what the denoiser answered (guidance already applied). */
  step(i: number, output: Float32Array, state: State, noise?: Float32Array): void
}
