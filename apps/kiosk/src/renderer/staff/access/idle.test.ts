import { expect, test } from 'vitest'
import { idleAt, warningMs } from './idle.ts'

const minute = 60_000

test('a device that is used stays open, says so 15 s before it locks, and locks on time', () => {
  expect(idleAt(0, 0, minute)).toEqual({ state: 'active' })
  expect(idleAt(minute - warningMs - 1, 0, minute)).toEqual({ state: 'active' })
  expect(idleAt(minute - warningMs, 0, minute)).toEqual({ state: 'warning', leftSeconds: 15 })
  expect(idleAt(minute - 1, 0, minute)).toEqual({ state: 'warning', leftSeconds: 1 })
  expect(idleAt(minute, 0, minute)).toEqual({ state: 'over' })
})

test('a touch during the warning starts over', () => {
  expect(idleAt(minute, minute - 100, minute)).toEqual({ state: 'active' })
})

test('a laptop that slept for an hour is locked when it wakes, however many ticks it missed', () => {
  expect(idleAt(3_600_000, 0, minute)).toEqual({ state: 'over' })
})
