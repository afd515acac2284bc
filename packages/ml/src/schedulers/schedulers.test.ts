import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSchedulers } from '../parity/schedulers.ts'
import { createScheduler, type Scheduler, type SchedulerConfig, schedulerConfig } from './index.ts'

const folder = (name: string) => fileURLToPath(new URL(`../../test/${name}`, import.meta.url))

test.each([
  ['fixtures', 63],
  ['fixtures/scheduler-settings', 32],
])('every trace of test/%s', (name, traces) => {
  const { compared, failed, worst } = compareSchedulers(folder(name))
  expect(failed).toEqual([])
  expect(compared).toBe(traces)
  expect(worst).toBeLessThan(1e-6)
})

const spacings = ['leading', 'trailing', 'linspace'] as const
const diffusion = fc.record({
  _class_name: fc.constantFrom(
    'EulerDiscreteScheduler',
    'EulerAncestralDiscreteScheduler',
    'DDIMScheduler',
    'LCMScheduler',
  ),
  beta_schedule: fc.constantFrom('linear', 'scaled_linear', 'squaredcos_cap_v2'),
  prediction_type: fc.constantFrom('epsilon', 'v_prediction'),
  timestep_spacing: fc.constantFrom(...spacings),
  clip_sample: fc.constant(false),
})
const flow = fc.record({
  _class_name: fc.constant('FlowMatchEulerDiscreteScheduler'),
  num_train_timesteps: fc.constantFrom(1, 1000),
  shift: fc.double({ min: 0.5, max: 5, noNaN: true }),
  stochastic_sampling: fc.boolean(),
})
const config = fc.oneof(diffusion, flow).map(settings => schedulerConfig.parse(settings))
const steps = fc.integer({ min: 1, max: 50 })
const values = (length: number) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length })

test('noise levels and timesteps fall', () => {
  fc.assert(
    fc.property(config, steps, (settings, count) => {
      const { sigmas, timesteps } = createScheduler(settings, count)
      expect(timesteps).toHaveLength(count)
      expect(falls(timesteps)).toBe(true)
      if (sigmas) expect([sigmas.length, falls(sigmas), sigmas.at(-1)]).toEqual([count + 1, true, 0])
    }),
  )
})

const falls = (numbers: readonly number[]) => numbers.every((n, i) => i === 0 || n < (numbers[i - 1] as number))

test('a denoiser that knows the picture lands on it, and it is expected from the first step', () => {
  fc.assert(
    fc.property(config, steps, values(3), values(3), (settings, count, picture, noise) => {
      const scheduler = createScheduler(settings, count)
      const state = start(scheduler, noise)
      for (let i = 0; i < count; i++) {
        scheduler.step(i, knowing(settings, scheduler, i, state.latents, picture), state, Float32Array.from(noise))
        near(state.expected, picture)
      }
      if (ends(settings, count)) near(state.latents, picture)
    }),
  )
})

/** The reference's DDIM counts back in whole strides: trailing timesteps that do not divide evenly leave a trace of noise. */
const ends = (settings: SchedulerConfig, count: number) =>
  settings._class_name !== 'DDIMScheduler' || settings.timestep_spacing !== 'trailing' || 1000 % count === 0

test('a batch is only a longer array', () => {
  fc.assert(
    fc.property(config, steps, values(6), values(6), values(6), (settings, count, noise, output, fresh) => {
      const scheduler = createScheduler(settings, count)
      const walk = (from: number, to: number) => {
        const state = start(scheduler, noise.slice(from, to))
        for (let i = 0; i < count; i++)
          scheduler.step(i, Float32Array.from(output.slice(from, to)), state, Float32Array.from(fresh.slice(from, to)))
        return [...state.latents, ...state.expected]
      }
      const [a, b, both] = [walk(0, 3), walk(3, 6), walk(0, 6)]
      expect(both).toEqual([...a.slice(0, 3), ...b.slice(0, 3), ...a.slice(3), ...b.slice(3)])
    }),
  )
})

function start({ initNoiseSigma }: Scheduler, noise: number[]) {
  const latents = Float32Array.from(noise, x => x * initNoiseSigma)
  return { latents, expected: new Float32Array(latents.length) }
}

/** The right answer at step `i`: what stands between these latents and the picture. */
function knowing(settings: SchedulerConfig, scheduler: Scheduler, i: number, latents: Float32Array, picture: number[]) {
  if (settings._class_name === 'FlowMatchEulerDiscreteScheduler')
    return latents.map((x, j) => (x - (picture[j] as number)) / (scheduler.sigmas?.[i] as number))
  const shown = new Float32Array(latents.length)
  scheduler.scaleInput(i, latents, shown)
  const alpha = shareOfPicture(settings, scheduler, i)
  const beta = Math.sqrt(1 - alpha ** 2)
  const noise = shown.map((x, j) => (x - alpha * (picture[j] as number)) / beta)
  if (settings.prediction_type === 'epsilon') return noise
  return noise.map((e, j) => alpha * e - beta * (picture[j] as number))
}

/** √ᾱ, seen from outside: by the level where there is one, else by what is expected of latents when the answer is zero. */
function shareOfPicture(settings: SchedulerConfig, scheduler: Scheduler, i: number): number {
  const sigma = scheduler.sigmas?.[i]
  if (sigma !== undefined) return 1 / Math.sqrt(sigma ** 2 + 1)
  const probe = { latents: Float32Array.of(1), expected: new Float32Array(1) }
  scheduler.step(i, new Float32Array(1), probe, new Float32Array(1))
  const ofLatents = probe.expected[0] as number
  return 'prediction_type' in settings && settings.prediction_type === 'epsilon' ? 1 / ofLatents : ofLatents
}

function near(ours: Float32Array, picture: number[]) {
  for (const [j, x] of picture.entries()) expect(Math.abs((ours[j] as number) - x)).toBeLessThan(0.02)
}
