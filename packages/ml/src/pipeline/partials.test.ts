import { expect, test } from 'vitest'
import { partialSteps } from './partials.ts'

test('partial pictures are spread over the steps, none after the last', () => {
  expect(partialSteps(0, 8)).toEqual([])
  expect(partialSteps(1, 8)).toEqual([4])
  expect(partialSteps(3, 8)).toEqual([2, 4, 6])
  expect(partialSteps(3, 50)).toEqual([13, 25, 38])
})

test('few steps give fewer', () => {
  expect(partialSteps(3, 1)).toEqual([])
  expect(partialSteps(3, 2)).toEqual([1])
})
