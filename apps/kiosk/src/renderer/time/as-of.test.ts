import { expect, test } from 'vitest'
import { asOf } from './as-of.ts'

const at = Date.parse('2026-11-24T05:03:40Z')
const minute = 60_000

test('hours and minutes on the contest’s clock, not the screen’s', () => {
  expect(asOf(at, at + minute, 'Asia/Seoul', 'ko')).toBe('14:03')
  expect(asOf(at, at + minute, 'Asia/Seoul', 'en')).toBe('14:03')
  expect(asOf(at, at + minute, 'Europe/Berlin', 'en')).toBe('06:03')
})

test('midnight is 00, not 24', () => {
  expect(asOf(Date.parse('2026-11-23T15:00:00Z'), Date.parse('2026-11-23T15:01:00Z'), 'Asia/Seoul', 'en')).toBe('00:00')
})

test('the day too, once it is another day there', () => {
  const tomorrow = at + 24 * 60 * minute
  expect(asOf(at, tomorrow, 'Asia/Seoul', 'en')).toMatch(/Nov 24.*14:03/)
  expect(asOf(at, tomorrow, 'Asia/Seoul', 'ko')).toMatch(/11월 24일.*14:03/)
})
