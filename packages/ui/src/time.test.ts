import { expect, test } from 'vitest'
import { clockText, daysAndHours } from './time.ts'

test('a countdown shows 0:00 only when it is over', () => {
  expect(clockText(1)).toBe('0:01')
  expect(clockText(0)).toBe('0:00')
  expect(clockText(-5_000)).toBe('0:00')
  expect(clockText(581_000)).toBe('9:41')
  expect(clockText(3_723_000)).toBe('1:02:03')
})

test('days are told from a day on', () => {
  expect(daysAndHours(86_399_999)).toBeNull()
  expect(daysAndHours(26 * 3_600_000)).toEqual({ days: 1, hours: 2 })
})
