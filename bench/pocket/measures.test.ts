import { expect, test } from 'vitest'
import { areStrongest, dot, fallingNeighbours, fraction, median, strongest } from './measures.ts'

test('both nouns of a pair have to be stronger than every other', () => {
  expect(areStrongest([3, -1, 2, 0], [2, 0])).toBe(true)
  expect(areStrongest([3, -1, 2, 0], [0, 3])).toBe(false)
  expect(areStrongest([3, 2, 2], [0, 1])).toBe(false)
})

test('similarities are in order where each is below the one before', () => {
  expect(fallingNeighbours([0.9, 0.7, 0.8, 0.1])).toEqual([true, false, true])
  expect(fallingNeighbours([0.5, 0.5])).toEqual([false])
})

test('fractions, medians, products', () => {
  expect(fraction([true, false, true])).toBe(0.667)
  expect(median([5, 1, 3])).toBe(3)
  expect(strongest([1, 4, 2])).toBe(1)
  expect(dot(Float32Array.of(0.6, 0.8), Float32Array.of(0.6, 0.8))).toBeCloseTo(1)
})
