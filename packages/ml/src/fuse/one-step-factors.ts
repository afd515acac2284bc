import { BundleError } from '../bundle/index.ts'
import type { Scheduler } from '../schedulers/index.ts'

/** What a schedule of one step does, in numbers that a graph can have baked in. */
export type OneStep = {
  timestep: number
  /** The denoiser is shown the starting noise times this. */
  shown: number
  /** Latents are `noise` · starting noise + `output` · the denoiser's answer. */
  noise: number
  output: number
}

/** From tiny to far beyond any range that a scheduler might clip to. */
const probes = [0, 1, -1, 0.1, -3, 10, -100, 1e4, -1e6]

/**
 * Asks a scheduler what its only step does, by taking it: no formula is written down twice. Throws BundleError where the step is not
 * linear or adds fresh noise.
 */
export function oneStepFactors(scheduler: Scheduler): OneStep {
  const [timestep = 0] = scheduler.timesteps
  if (scheduler.timesteps.length !== 1) throw new BundleError('A graph of one step needs a bundle with "steps": 1.')
  if (scheduler.addsNoise(0))
    throw new BundleError('The scheduler ends with fresh noise: its step cannot be part of a graph.')

  const pairs = probes.flatMap(noise => probes.map(output => ({ noise, output })))
  const start = Float32Array.from(pairs, ({ noise }) => noise * scheduler.initNoiseSigma)
  const shownAll = new Float32Array(pairs.length)
  scheduler.scaleInput(0, start, shownAll)
  const latents = start.slice()
  scheduler.step(
    0,
    Float32Array.from(pairs, pair => pair.output),
    { latents, expected: new Float32Array(pairs.length) },
  )

  const at = (values: Float32Array, noise: number, output: number) =>
    values[pairs.findIndex(pair => pair.noise === noise && pair.output === output)] as number
  const factors = {
    timestep,
    shown: at(shownAll, 1, 0),
    noise: at(latents, 1, 0),
    output: at(latents, 0, 1),
  }
  const linear = pairs.every(({ noise, output }, i) => {
    const [byNoise, byOutput] = [factors.noise * noise, factors.output * output]
    // Where large terms cancel, float32 keeps no more of the sum than of the terms.
    const terms = Math.max(Math.abs(byNoise), Math.abs(byOutput), Math.abs(start[i] as number))
    return (
      close(shownAll[i] as number, factors.shown * noise, Math.abs(factors.shown * noise)) &&
      close(latents[i] as number, byNoise + byOutput, terms)
    )
  })
  if (linear) return factors
  throw new BundleError('The scheduler clips its step (clip_sample): it cannot be part of a graph.')
}

const close = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-5 * scale
