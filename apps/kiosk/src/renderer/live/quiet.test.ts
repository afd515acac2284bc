import type { KioskState } from '@dabble/api'
import { expect, test } from 'vitest'
import { asksIn, lastPlayed } from './quiet.ts'

const state = (at: number, entries: number, newestAt?: number, round = 'r1') =>
  ({ at, round: { id: round }, counters: { entries }, newest: newestAt ? [{ at: newestAt }] : [] }) as KioskState

test('somebody plays when entries become more, not when pictures finish or players leave', () => {
  const first = lastPlayed(null, state(100_000, 5, 40_000))
  expect(first.at).toBe(40_000)
  expect(lastPlayed(first, state(200_000, 5, 190_000))).toBe(first)
  expect(lastPlayed(first, state(200_000, 4))).toBe(first)
  expect(lastPlayed(first, state(200_000, 6)).at).toBe(200_000)
  expect(lastPlayed(first, state(300_000, 0, undefined, 'r2')).at).toBe(300_000)
})

test('after three minutes without an entry the way in and the board take turns', () => {
  expect(asksIn(0, 179_999)).toBe(false)
  expect([180_000, 209_999, 210_000, 239_999, 240_000].map(now => asksIn(0, now))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ])
})
