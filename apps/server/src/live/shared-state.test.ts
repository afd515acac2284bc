import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSharedState } from './shared-state.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('makes up for a state that could not be computed, also where a poll got it first', () => {
  let count = 0
  let broken = false
  const published: string[] = []
  const errors: unknown[] = []
  const state = createSharedState({
    event: 'kiosk',
    minGapMs: 250,
    compute() {
      if (broken) throw new Error('the disk is gone')
      return { at: 0, count }
    },
    publish: ({ json }) => published.push(json),
    hasListeners: () => true,
    onError: error => errors.push(error),
  })
  state.current()
  count = 1
  broken = true
  state.changed()
  vi.advanceTimersByTime(250)
  expect([published, errors.length]).toEqual([[], 1])
  broken = false
  expect(state.current().json).toBe('{"at":0,"count":1}')
  state.changed()
  vi.advanceTimersByTime(250)
  expect(published).toEqual(['{"at":0,"count":1}'])
})
