import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleFile } from '../bundle/schemas.ts'
import { CalibrationError, fitCalibration, type Knot } from './fit.ts'
import { quantile } from './quantile.ts'

const knotsOfBundles = bundleFile.shape.calibration.shape.knots
const cosines = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })

const scoreAt = (knots: Knot[], similarity: number) => knots.find(([x]) => x === similarity)?.[1]

test('any similarities give knots that a bundle takes, exact at three points, or one line that says why not', () => {
  fc.assert(
    fc.property(cosines, cosines, (mismatch, same) => {
      const [zero, good] = [quantile(mismatch, 0.5), quantile(same, 0.95)].map(x => Math.round(x * 1e6) / 1e6) as [
        number,
        number,
      ]
      if (good <= zero) {
        expect(() => fitCalibration({ mismatch, same })).toThrow(CalibrationError)
        return
      }
      const { knots } = fitCalibration({ mismatch, same })
      expect(knotsOfBundles.safeParse(knots).error?.message).toBeUndefined()
      expect(scoreAt(knots, zero)).toBe(0)
      expect(scoreAt(knots, 1)).toBe(100)
      if (good < 1) expect(scoreAt(knots, good)).toBe(95)
    }),
  )
})

test('below the median the line is as steep as above it', () => {
  const { knots } = fitCalibration({ mismatch: [0.1, 0.2, 0.3], same: [0.7, 0.7] })
  expect(knots).toEqual([
    [-1, -228],
    [0.2, 0],
    [0.7, 95],
    [1, 100],
  ])
})

test('noise that changes nothing leaves a straight line', () => {
  const { knots } = fitCalibration({ mismatch: [0, 0.5, 0.6], same: [1, 1.0000001, 1] })
  expect(knots).toEqual([
    [-1, -300],
    [0.5, 0],
    [1, 100],
  ])
})

test.each([
  [{ mismatch: [0.4], same: [0.4] }, /no closer to it \(0\.4\) than other prompts do \(0\.4\)/],
  [{ mismatch: [0.9], same: [0.2, 0.3] }, /Choose another target/],
  [{ mismatch: [], same: [1] }, /Measure again/],
  [{ mismatch: [0.1, Number.NaN], same: [1] }, /Measure again/],
])('%o gives no curve', (similarities, message) => {
  expect(() => fitCalibration(similarities)).toThrow(message)
})

test('what was measured is kept as quantiles', () => {
  const mismatch = Array.from({ length: 101 }, (_, i) => i / 200)
  expect(fitCalibration({ mismatch, same: [0.9] }).measured.mismatch).toEqual({
    p5: 0.025,
    p25: 0.125,
    p50: 0.25,
    p75: 0.375,
    p95: 0.475,
    count: 101,
  })
})
