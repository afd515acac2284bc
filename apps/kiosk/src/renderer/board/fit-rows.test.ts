import { expect, test } from 'vitest'
import { fitRows, leaderScale } from './fit-rows.ts'

const filled = (height: number) => {
  const { rows, rowRem } = fitRows(height)
  return (rows - 1 + leaderScale) * rowRem
}

test('ten rows where there is room for ten', () => {
  expect(fitRows(38)).toEqual({ rows: 10, rowRem: 38 / (9 + leaderScale) })
  expect(fitRows(100)).toEqual({ rows: 10, rowRem: 4.6 })
})

test('fewer rows rather than smaller ones', () => {
  expect(fitRows(20).rows).toBe(5)
  expect(fitRows(20).rowRem).toBeGreaterThanOrEqual(3.5)
})

test('never overflows where at least the leader fits', () => {
  for (let height = 3.5 * leaderScale; height < 80; height += 0.37)
    expect(filled(height)).toBeLessThanOrEqual(height + 1e-9)
})

test('no height is still one row: before the first layout', () => {
  expect(fitRows(0)).toEqual({ rows: 1, rowRem: 3.5 })
})
