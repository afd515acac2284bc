import { fitCalibration } from '@dabble/ml/calibration'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { binsOf, histogramLines } from './histogram.ts'
import { plotSvg } from './plot.ts'
import { createProgress } from './progress.ts'
import { reportLines } from './report.ts'
import { similaritiesOf } from './similarities.ts'

const before = [
  [-1, -100],
  [0, 0],
  [0.9, 95],
  [1, 100],
] as const
const similarities = { mismatch: [0.1, 0.15, 0.2, 0.25, 0.7], same: [0.8, 0.85, 0.9] }

test('with a target every picture is compared with it; without one, the pictures of its prompt with each other', () => {
  const picture = (kind: 'same' | 'mismatch', group: number, ...embedding: number[]) => ({
    kind,
    group,
    embedding: Float32Array.from(embedding),
  })
  const drawn = [
    picture('same', 0, 1, 0),
    picture('same', 0, 0, 1),
    picture('same', 1, 1, 0),
    picture('mismatch', 0, -1, 0),
  ]
  expect(similaritiesOf(drawn, Float32Array.of(1, 0))).toEqual({ same: [1, 0, 1], mismatch: [-1] })
  expect(similaritiesOf(drawn, null)).toEqual({ same: [0], mismatch: [-1, 0, -1] })
})

test('every picture is in one bin', () => {
  const cosines = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(cosines, cosines, fc.constantFrom(0.02, 0.1), (mismatch, same, width) => {
      const bins = binsOf({ mismatch, same }, width)
      for (const kind of ['mismatch', 'same'] as const)
        expect(bins.reduce((sum, bin) => sum + bin[kind], 0)).toBeCloseTo(1, 9)
      expect(bins.at(-1)?.to).toBe(1)
    }),
  )
})

test('the terminal shows both distributions and what would change', () => {
  const fit = fitCalibration(similarities)
  expect(
    histogramLines(similarities)
      .slice(1)
      .map(line => line.slice(0, 13)),
  ).toEqual([
    ' 0.10 …  0.20',
    ' 0.20 …  0.30',
    ' 0.30 …  0.40',
    ' 0.40 …  0.50',
    ' 0.50 …  0.60',
    ' 0.60 …  0.70',
    ' 0.70 …  0.80',
    ' 0.80 …  0.90',
    ' 0.90 …  1.00',
  ])
  const report = reportLines(similarities, fit, before).join('\n')
  expect(report).toMatch(/median of other prompts +0\.2000 +21\.11 +0\.00/)
  expect(report).toMatch(/best of the same \(p95\) +0\.8950 +94\.47 +95\.00/)
  expect(report).toContain("100 % of the pictures of the target's prompt are closer")
})

test('the plot is a picture with its three points, whatever a title says', async () => {
  const svg = plotSvg({ title: 'A <round> & more', similarities, knots: fitCalibration(similarities).knots, before })
  expect(svg.match(/>[\d.]+ → \d+</g)).toEqual(['>0.2 → 0<', '>0.895 → 95<', '>1 → 100<'])
  // The models shut this decoder for the whole process, which tests share.
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] })
  onTestFinished(() => sharp.block({ operation: ['VipsForeignLoadSvg'] }))
  const { width, height } = await sharp(Buffer.from(svg)).metadata()
  expect([width, height]).toEqual([960, 480])
})

test('what is left is told from how long it took so far, at a terminal in one line', () => {
  const told: string[] = []
  let now = 0
  const out = { isTTY: false, write: (text: string) => told.push(text) > 0 }
  const progress = createProgress(20, out, () => now)
  now = 60_000
  progress.begin()
  for (let i = 0; i < 4; i++) {
    now += 10_000
    progress.step()
  }
  expect(told).toEqual(['  2 of 20 pictures, 3 min left\n', '  4 of 20 pictures, 3 min left\n'])
  createProgress(2, { ...out, isTTY: true }, () => now).step()
  expect(told.at(-1)).toBe('\r\x1b[K  1 of 2 pictures, 0 s left')
})
