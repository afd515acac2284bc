import { expect, test } from 'vitest'
import { createScheduler, schedulerConfig } from '../schedulers/index.ts'
import { oneStepFactors } from './one-step-factors.ts'

const scheduler = (config: object, steps = 1) => createScheduler(schedulerConfig.parse(config), steps)
const turbo = {
  _class_name: 'EulerDiscreteScheduler',
  beta_schedule: 'scaled_linear',
  beta_start: 0.00085,
  beta_end: 0.012,
  timestep_spacing: 'trailing',
}

test.each([
  ['Euler', turbo],
  ['Euler ancestral', { ...turbo, _class_name: 'EulerAncestralDiscreteScheduler' }],
  ['Euler from pure noise', { ...turbo, rescale_betas_zero_snr: true, prediction_type: 'v_prediction' }],
  ['LCM', { _class_name: 'LCMScheduler' }],
  ['DDIM', { _class_name: 'DDIMScheduler', clip_sample: false, timestep_spacing: 'trailing' }],
  ['flow matching', { _class_name: 'FlowMatchEulerDiscreteScheduler', num_train_timesteps: 1000 }],
])('%s: the factors do what the loop does', (_, config) => {
  const method = scheduler(config)
  const { timestep, shown, noise, output } = oneStepFactors(method)
  expect(timestep).toBe(method.timesteps[0])
  const [start, answer] = [Float32Array.of(0.3, -1.7, 2.2), Float32Array.of(0.31, -1.6, 2)]
  const latents = start.map(x => x * method.initNoiseSigma)
  const into = new Float32Array(3)
  method.scaleInput(0, latents, into)
  method.step(0, answer, { latents, expected: new Float32Array(3) })
  for (const i of [0, 1, 2]) {
    const [x, y] = [start[i] as number, answer[i] as number]
    expect(shown * x).toBeCloseTo(into[i] as number, 5)
    // The loop rounds to float32 after each operation, at the level of the starting noise.
    const rounding = 1e-5 + 1e-7 * method.initNoiseSigma * Math.abs(x)
    expect(Math.abs(noise * x + output * y - (latents[i] as number))).toBeLessThan(rounding)
  }
})

test.each([
  ['several steps', turbo, 2, /"steps": 1/],
  ['a step that clips', { _class_name: 'DDIMScheduler' }, 1, /clips its step/],
  [
    'one that clips far out',
    { _class_name: 'LCMScheduler', clip_sample: true, clip_sample_range: 500 },
    1,
    /clips its step/,
  ],
])('%s cannot be factors', (_, config, steps, why) => {
  expect(() => oneStepFactors(scheduler(config, steps))).toThrow(why)
})
