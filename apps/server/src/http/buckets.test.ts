import { expect, it } from 'vitest'
import { createBuckets } from './buckets.ts'

it('lets a burst pass, then the steady rate, each key for itself', () => {
  let now = 0
  const buckets = createBuckets({ burst: 3, perSecond: 2 }, () => now)
  expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1])
  expect(buckets.take('b')).toBe(0)
  now += 500
  expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1])
  now += 60_000
  expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1])
})

it('tells how long to wait', () => {
  const buckets = createBuckets({ burst: 1, perSecond: 0.1 }, () => 0)
  buckets.take('a')
  expect(buckets.take('a')).toBe(10)
})
