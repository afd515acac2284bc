import { expect, test } from 'vitest'
import { BundleError } from '../bundle/index.ts'
import { toPixels } from './pixels.ts'

const planes = (...values: number[]) => ({ values: Float32Array.from(values), shape: [3, 1, 2] })

test('planes become interleaved 8-bit pixels, rounded and clamped, a picture each', () => {
  const [first, second] = toPixels(planes(-1, 1, 0, -2, 0.5, 2, 1, 1, 1, 1, 1, 1))
  expect(first).toEqual({ data: Uint8ClampedArray.of(0, 128, 191, 255, 0, 255), width: 2, height: 1 })
  expect(second?.data).toEqual(new Uint8ClampedArray(6).fill(255))
})

test('no numbers are no black picture', () => {
  expect(() => toPixels(planes(...Array(6).fill(Number.NaN)))).toThrow(BundleError)
})
