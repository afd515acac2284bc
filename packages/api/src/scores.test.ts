import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calibration, scoreOf, showScore, showScores } from './scores.ts'

const calibration: Calibration = [
  [0.2, 0],
  [0.6, 35],
  [0.85, 80],
  [1, 100],
]
/** Strictly increasing knots that end at 1 → 100, with steps no bundle would be calibrated finer than. */
const calibrations = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 8 })
  .map(steps => {
    const knots: [number, number][] = [[1, 100]]
    for (const [dx, dy] of steps) {
      const [x, y] = knots[0] as [number, number]
      knots.unshift([x - dx / 200, y - dy / 4])
    }
    return knots as Calibration
  })
const similarity = fc.double({ min: -1, max: 1, noNaN: true })

describe('a score', () => {
  it.each([
    [0.2, 0],
    [0.4, 17.5],
    [0.6, 35],
    [1, 100],
  ])('of similarity %d is %d', (of, score) => expect(scoreOf(of, calibration)).toBeCloseTo(score, 10))

  it('goes on beyond the ends', () => {
    expect(scoreOf(0, calibration)).toBeLessThan(0)
    expect(scoreOf(1.00001, calibration)).toBeGreaterThan(100)
  })

  it('is strictly increasing, whatever the calibration', () => {
    fc.assert(
      fc.property(calibrations, similarity, similarity, (knots, a, b) => {
        fc.pre(Math.abs(a - b) > 1e-12)
        expect(scoreOf(Math.max(a, b), knots)).toBeGreaterThan(scoreOf(Math.min(a, b), knots))
      }),
      { numRuns: 2_000 },
    )
  })

  it('meets every knot, and 1 is exactly 100.00', () => {
    fc.assert(
      fc.property(calibrations, knots => {
        for (const [x, y] of knots) expect(scoreOf(x, knots)).toBeCloseTo(y, 9)
        expect(showScore(scoreOf(1, knots))).toBe('100.00')
      }),
    )
  })
})

describe('a shown score', () => {
  it.each([
    [99.999, '99.99'],
    [57.29, '57.29'],
    [0.1 + 0.2, '0.30'],
    [100, '100.00'],
    [8.005, '8.00'],
    [0, '0.00'],
    [-3.2, '0.00'],
  ])('%d is %s', (score, shown) => expect(showScore(score)).toBe(shown))

  it('is cut: never above the score, less than a cent below it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), score => {
        const shown = Number(showScore(score))
        expect(shown).toBeLessThanOrEqual(score + 1e-12)
        expect(score - shown).toBeLessThan(0.01)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('shown scores', () => {
  it('have two decimals, and more only where neighbours would look tied', () => {
    expect(showScores([90, 80.129, 80.1234, 80.1234, 80.1231, 12])).toEqual([
      '90.00',
      '80.129',
      '80.1234',
      '80.1234',
      '80.1231',
      '12.00',
    ])
  })

  it('below zero are all 0.00', () => expect(showScores([1, -1, -2])).toEqual(['1.00', '0.00', '0.00']))

  it('are equal exactly where scores are, and in their order', () => {
    // Clustered, so that neighbours need decimals; a ten-millionth apart, as far as eight decimals reach.
    const score = fc
      .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 30 }))
      .map(([a, b]) => a + b * 1.3e-7)
    fc.assert(
      fc.property(fc.array(score, { maxLength: 40 }), scores => {
        const sorted = scores.toSorted((a, b) => b - a)
        const shown = showScores(sorted)
        for (let i = 1; i < sorted.length; i += 1) {
          const [above, here] = [shown[i - 1] as string, shown[i] as string]
          expect(here).toMatch(/^\d+\.\d{2,8}$/)
          if (sorted[i] === sorted[i - 1]) expect(here).toBe(above)
          else expect(Number(here)).toBeLessThan(Number(above))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
