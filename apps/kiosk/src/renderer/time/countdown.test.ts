import type { RoundView } from '@dabble/api'
import { expect, test } from 'vitest'
import { countdownOf } from './countdown.ts'

const minute = 60_000
const round = (state: RoundView['state'], opensAt = 0, closesAt = 100 * minute) =>
  ({ state, window: { name: 'Day 1', opensAt, closesAt } }) as RoundView

test('to the end of the window, and the last ten minutes of it', () => {
  expect(countdownOf(round('open'), 89 * minute)).toEqual({ to: 'closes', leftMs: 11 * minute, final: false })
  expect(countdownOf(round('open'), 90 * minute)).toEqual({ to: 'closes', leftMs: 10 * minute, final: true })
  expect(countdownOf(round('open'), 100 * minute)).toBeNull()
})

test('to the opening, before the first window and between two', () => {
  for (const state of ['draft', 'open'] as const) {
    expect(countdownOf(round(state, 50 * minute), 20 * minute)).toEqual({
      to: 'opens',
      leftMs: 30 * minute,
      final: false,
    })
  }
})

test('nothing to count: no round, no window, round over, or not opened though its time has come', () => {
  expect(countdownOf(null, 0)).toBeNull()
  expect(countdownOf({ ...round('open'), window: null }, 0)).toBeNull()
  for (const state of ['closed', 'final', 'revealed', 'draft'] as const)
    expect(countdownOf(round(state), minute)).toBeNull()
})
