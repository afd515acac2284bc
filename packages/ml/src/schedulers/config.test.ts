import { expect, test } from 'vitest'
import { createScheduler, schedulerConfig } from './index.ts'

const refusal = (config: object) => {
  const issue = schedulerConfig.safeParse(config).error?.issues[0]
  return issue && `${issue.path.join('.')} ${issue.message}`
}

test('a config that was converted keeps settings of its former class, and they change nothing', () => {
  const own = {
    _class_name: 'EulerDiscreteScheduler',
    beta_start: 0.00085,
    beta_end: 0.012,
    beta_schedule: 'scaled_linear',
    timestep_spacing: 'trailing',
    trained_betas: null,
    sigma_min: null,
  }
  const converted = {
    ...own,
    _diffusers_version: '0.24.0.dev0',
    clip_sample: true,
    skip_prk_steps: true,
    solver_order: 2,
  }
  const [plain, after] = [own, converted].map(config => createScheduler(schedulerConfig.parse(config), 4))
  expect(after?.sigmas).toEqual(plain?.sigmas)
})

test.each([
  [{ _class_name: 'PNDMScheduler' }, /^_class_name must be EulerDiscreteScheduler, /],
  [{ _class_name: 'DDIMScheduler', thresholding: true }, /^thresholding is not implemented/],
  [{ _class_name: 'EulerDiscreteScheduler', prediction_type: 'flow_prediction' }, /^prediction_type .*"v_prediction"/],
  [{ _class_name: 'EulerAncestralDiscreteScheduler', prediction_type: 'sample' }, /^prediction_type /],
  [{ _class_name: 'EulerDiscreteScheduler', beta_schedule: 'sigmoid' }, /^beta_schedule /],
  [{ _class_name: 'EulerDiscreteScheduler', use_quantum_sigmas: true }, /use_quantum_sigmas cannot be followed/],
  [
    { _class_name: 'EulerDiscreteScheduler', use_karras_sigmas: true, use_beta_sigmas: true },
    /^use_karras_sigmas excl/,
  ],
  [{ _class_name: 'DDIMScheduler', trained_betas: [0.1, 0.2] }, /^trained_betas must have num_train_timesteps values/],
  [{ _class_name: 'LCMScheduler', original_inference_steps: 1001 }, /^original_inference_steps must not/],
  [{ _class_name: 'FlowMatchEulerDiscreteScheduler', use_dynamic_shifting: true }, /^use_dynamic_shifting is not impl/],
  [{ _class_name: 'FlowMatchEulerDiscreteScheduler', invert_sigmas: true }, /^invert_sigmas is not implemented/],
])('%o is refused', (config, message) => {
  expect(refusal(config)).toMatch(message)
})

test.each([
  [{ _class_name: 'LCMScheduler', original_inference_steps: 20 }, 21, /at most 20/],
  [{ _class_name: 'EulerDiscreteScheduler', num_train_timesteps: 10 }, 11, /10 timesteps/],
  [{ _class_name: 'DDIMScheduler', num_train_timesteps: 10, steps_offset: 1 }, 10, /past its last/],
  [{ _class_name: 'DDIMScheduler', rescale_betas_zero_snr: true, timestep_spacing: 'trailing' }, 4, /pure noise/],
])('%o cannot be walked in %i steps', (config, steps, message) => {
  expect(() => createScheduler(schedulerConfig.parse(config), steps)).toThrow(message)
})

test('a flow of continuous time is divided evenly, then shifted', () => {
  const flow = (shift: number, steps: number) => {
    const config = { _class_name: 'FlowMatchEulerDiscreteScheduler', num_train_timesteps: 1, shift }
    return createScheduler(schedulerConfig.parse(config), steps)
  }
  expect(flow(1, 4).sigmas).toEqual([1, 0.75, 0.5, 0.25, 0])
  expect(flow(1.5, 2).timesteps).toEqual([1, Math.fround(0.75 / 1.25)])
})
