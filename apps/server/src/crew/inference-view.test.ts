import type { EndpointView } from '@dabble/api'
import { expect, it } from 'vitest'
import { inferenceOf } from './inference-view.ts'

const cpu: EndpointView = {
  number: 1,
  host: null,
  gpuIndex: null,
  state: 'ready',
  bundle: 'pocket@1',
  provider: 'cpu',
  gpu: null,
  gpuMemoryFreeBytes: null,
  drawing: 0,
  places: 1,
  repeatable: true,
}
const cuda: EndpointView = { ...cpu, number: 2, gpuIndex: 0, provider: 'cuda' }
const foreign: EndpointView = { ...cpu, host: 'a.example', bundle: null, provider: null, repeatable: false }

it('is ready while one draws, also one that is set aside for a moment', () => {
  expect(inferenceOf([{ ...cpu, state: 'away' }, cuda]).ready).toBe(true)
  expect(inferenceOf([{ ...cpu, state: 'set-aside' }]).ready).toBe(true)
  expect(
    inferenceOf([
      { ...cpu, state: 'other-bundle' },
      { ...cuda, state: 'starting' },
    ]).ready,
  ).toBe(false)
})

it('notes who makes pictures that differ, as long as they draw', () => {
  expect(inferenceOf([cpu, { ...cpu, number: 2 }]).notes).toEqual([])
  expect(inferenceOf([cpu, cuda]).notes).toEqual(['providers-differ'])
  expect(inferenceOf([cpu, { ...cuda, state: 'away' }]).notes).toEqual([])
  expect(inferenceOf([foreign]).notes).toEqual(['not-repeatable'])
})
