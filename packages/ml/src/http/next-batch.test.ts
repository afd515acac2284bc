import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchSizes } from '../pipeline/batch-sizes.ts'
import { nextBatch } from './next-batch.ts'

const most = fc.constantFrom(1, 2, 4, 8)
const limits = { count: fc.integer({ min: 1, max: 100 }), firstMs: fc.double({ min: 0, max: 1000, noNaN: true }) }

test('a full batch and a single-picture box never wait', () => {
  expect(nextBatch({ count: 9, firstMs: 0 }, 8, 5)).toEqual({ take: 8 })
  expect(nextBatch({ count: 1, firstMs: 0 }, 1, 5)).toEqual({ take: 1 })
})

test('company is waited for, from the arrival of the first in line', () => {
  expect(nextBatch({ count: 3, firstMs: 2 }, 8, 5)).toEqual({ waitMs: 3 })
  expect(nextBatch({ count: 3, firstMs: 5 }, 8, 5)).toEqual({ take: 2 })
  expect(nextBatch({ count: 0, firstMs: 0 }, 8, 5)).toEqual({ waitMs: Number.POSITIVE_INFINITY })
})

test('takes no more than wait or fit, only sizes that are warm, and nobody waits longer than the limit', () => {
  fc.assert(
    fc.property(fc.record(limits), most, fc.integer({ min: 0, max: 50 }), (waiting, most, waitMs) => {
      const next = nextBatch(waiting, most, waitMs)
      if ('take' in next) {
        expect(batchSizes(most)).toContain(next.take)
        expect(next.take).toBeLessThanOrEqual(waiting.count)
        expect(2 * next.take > waiting.count || next.take === most).toBe(true)
      } else {
        expect(next.waitMs).toBeGreaterThan(0)
        expect(waiting.firstMs + next.waitMs).toBeCloseTo(waitMs, 6)
      }
    }),
  )
})
