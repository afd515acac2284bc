import { expect, test } from 'vitest'
import { areaAverage } from './area-average.ts'

/** Grey pixels as interleaved RGB. */
const grey = (values: number[]) => Uint8Array.from(values.flatMap(v => [v, v, v]))

test('halving is the unrounded mean of four', () => {
  const planes = areaAverage(grey([0, 1, 10, 20, 2, 4, 30, 41]), { width: 4, height: 2 }, { width: 2, height: 1 })
  expect([...planes]).toEqual([1.75, 25.25, 1.75, 25.25, 1.75, 25.25])
})

test('channels become planes', () => {
  const planes = areaAverage(Uint8Array.of(1, 2, 3, 3, 4, 5), { width: 2, height: 1 }, { width: 1, height: 1 })
  expect([...planes]).toEqual([2, 3, 4])
})

test('border pixels count by the part covered', () => {
  const planes = areaAverage(grey([0, 30, 90]), { width: 3, height: 1 }, { width: 2, height: 1 })
  expect([...planes.slice(0, 2)]).toEqual([10, 70])
})

test('a flat picture stays flat at any size, up and down', () => {
  for (const side of [1, 5, 63, 64, 65, 200]) {
    const planes = areaAverage(
      grey(Array(side * side).fill(77)),
      { width: side, height: side },
      { width: 64, height: 64 },
    )
    expect(Math.max(...planes.map(v => Math.abs(v - 77)))).toBeLessThan(1e-4)
  }
})
