import { expect, test } from 'vitest'
import { fitFrames } from './fit-frames.ts'

test('a slightly smaller frame, or a slightly wider gap, rather than a hole in the row', () => {
  expect(fitFrames(43, 10, 1)).toEqual({ frames: 4, side: 10, gap: 1 })
  expect(fitFrames(40, 10, 1)).toEqual({ frames: 4, side: 9.25, gap: 1 })
  expect(fitFrames(36, 10, 1)).toEqual({ frames: 3, side: 10, gap: 3 })
})

test('never wider than the row, never taller than allowed, never none', () => {
  for (let width = 0; width < 60; width += 0.7) {
    const { frames, side, gap } = fitFrames(width, 9, 1.2)
    expect(frames).toBeGreaterThanOrEqual(1)
    expect(side).toBeLessThanOrEqual(9)
    expect(frames * side + (frames - 1) * gap).toBeLessThanOrEqual(width + 1e-9)
  }
})
