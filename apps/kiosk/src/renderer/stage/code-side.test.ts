import { expect, test } from 'vitest'
import { codeSide } from './code-side.ts'

const fullHd = { width: 1920, height: 1080 }
/** Width of a 16:9 screen with a diagonal of 55 inches. */
const widthM = 1.2176

test('a tenth of the distance: 20 cm of a 55-inch screen from two metres', () => {
  const rem = codeSide({ distanceM: 2, diagonalInches: 55 }, fullHd)
  expect((rem / 96) * widthM).toBeCloseTo(0.2, 3)
})

test('twice as far needs twice the side, a screen twice as large half of it', () => {
  const near = codeSide({ distanceM: 2, diagonalInches: 40 }, fullHd)
  expect(codeSide({ distanceM: 4, diagonalInches: 40 }, fullHd)).toBeCloseTo(2 * near)
  expect(codeSide({ distanceM: 2, diagonalInches: 80 }, fullHd)).toBeCloseTo(near / 2)
})

test('the same on 4K and upright; on a wider screen the stage is lower, so its rem is smaller', () => {
  const room = { distanceM: 3, diagonalInches: 55 }
  const side = codeSide(room, fullHd)
  expect(codeSide(room, { width: 3840, height: 2160 })).toBeCloseTo(side)
  expect(codeSide(room, { width: 1080, height: 1920 })).toBeCloseTo(side)
  expect(codeSide(room, { width: 2560, height: 1080 })).toBeGreaterThan(side)
})
