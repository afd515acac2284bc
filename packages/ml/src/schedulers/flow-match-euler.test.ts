import { expect, test } from 'vitest'
import { flowMatchEuler } from './flow-match-euler.ts'

const config = { _class_name: 'FlowMatchEulerDiscreteScheduler', use_dynamic_shifting: false } as const

test('without shift the noise levels are even', () => {
  const { sigmas } = flowMatchEuler({ ...config, shift: 1, num_train_timesteps: 1 }, 4)
  expect(sigmas).toEqual([1, 0.75, 0.5, 0.25, 0])
})

test('shift 1.5 dwells on high noise; ends stay put', () => {
  const { sigmas, timesteps } = flowMatchEuler({ ...config, shift: 1.5, num_train_timesteps: 1 }, 2)
  expect(sigmas).toEqual([1, 0.75 / 1.25, 0])
  expect(timesteps).toEqual([1, 0.75 / 1.25])
})

test('timesteps are sigmas in the units the model was trained in', () => {
  const { timesteps } = flowMatchEuler({ ...config, shift: 1, num_train_timesteps: 1000 }, 4)
  expect(timesteps).toEqual([1000, 750, 500, 250])
})
