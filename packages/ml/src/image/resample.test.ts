import { expect, test } from 'vitest'
import { area, bicubic, bilinear, type Kernel } from './kernels.ts'
import { resample, type Size } from './resample.ts'

/** Grey pixels as interleaved RGB. */
const grey = (values: number[], width: number) => ({
  data: Uint8Array.from(values.flatMap(v => [v, v, v])),
  width,
  height: values.length / width,
})
const whole = (picture: ReturnType<typeof grey>, to: Size, kernel: Kernel) =>
  [...resample(picture, to, { left: 0, top: 0, ...to }, kernel).data].filter((_, i) => i % 3 === 0)

test('area: halving is the unrounded mean of four', () => {
  const picture = grey([0, 1, 10, 20, 2, 4, 30, 41], 4)
  expect(whole(picture, { width: 2, height: 1 }, area)).toEqual([1.75, 25.25])
})

test('area: border pixels count by the part covered', () => {
  expect(whole(grey([0, 30, 90], 3), { width: 2, height: 1 }, area)).toEqual([10, 70])
})

test('channels stay apart', () => {
  const picture = { data: Uint8Array.of(1, 2, 3, 3, 4, 5), width: 2, height: 1 }
  const size = { width: 1, height: 1 }
  expect([...resample(picture, size, { left: 0, top: 0, ...size }, area).data]).toEqual([2, 3, 4])
})

// By Pillow 13: Image.resize, mode RGB.
const ramp = [0, 10, 200, 255, 30, 90, 60, 120, 5, 250]
test.each([
  ['bicubic, smaller', bicubic, 4, [58, 159, 66, 118]],
  ['bicubic, larger', bicubic, 13, [0, 0, 85, 223, 255, 78, 48, 86, 61, 118, 37, 79, 255]],
  ['bilinear, smaller', bilinear, 4, [61, 151, 75, 112]],
  ['bilinear, larger', bilinear, 13, [0, 7, 90, 211, 253, 91, 60, 82, 62, 108, 54, 90, 250]],
])('%s: PIL’s pixels', (_, kernel, width, expected) => {
  expect(whole(grey(ramp, 10), { width, height: 1 }, kernel)).toEqual(expected)
})

test('a flat picture stays flat at any size, up and down', () => {
  for (const kernel of [area, bilinear, bicubic])
    for (const side of [1, 5, 63, 64, 65, 200]) {
      const flat = whole(grey(Array(side * side).fill(77), side), { width: 64, height: 64 }, kernel)
      expect(Math.max(...flat.map(v => Math.abs(v - 77)))).toBeLessThan(1e-4)
    }
})

test('a window holds what the whole picture holds there', () => {
  const picture = grey(
    Array.from({ length: 30 * 20 }, (_, i) => (i * 37) % 256),
    30,
  )
  const size = { width: 41, height: 11 }
  const all = resample(picture, size, { left: 0, top: 0, ...size }, bicubic).data
  const { data } = resample(picture, size, { left: 7, top: 3, width: 5, height: 4 }, bicubic)
  const expected = [3, 4, 5, 6].flatMap(y => [...all.slice((y * 41 + 7) * 3, (y * 41 + 12) * 3)])
  expect([...data]).toEqual(expected)
})
