import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { announcedMs } from '../game/announcements.ts'
import { createGameEvents } from '../game/events.ts'
import type { BoothGame } from '../game/game.ts'
import { announce } from './announce.ts'
import type { Feed } from './feed.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const setUp = () => {
  const events = createGameEvents()
  const feed = { awardsChanged: vi.fn(), stateChanged: vi.fn(), entryChanged: vi.fn() }
  const stop = announce(events, { progress: () => null } as unknown as BoothGame, feed as unknown as Feed)
  return { events, feed, stop }
}

it('tells phone and screens of an award at once, and the screens when its announcement is over', () => {
  const { events, feed } = setUp()
  events.emit('award', 'kim')
  vi.advanceTimersByTime(20_000)
  events.emit('award', 'lee')
  expect(feed.awardsChanged.mock.calls).toEqual([['kim'], ['lee']])
  expect(feed.stateChanged).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(announcedMs - 20_000 + 100)
  expect(feed.stateChanged).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(20_000)
  expect(feed.stateChanged).toHaveBeenCalledTimes(4)
})

it('tells a phone of its entries once, after whoever caused it has been answered', async () => {
  const { events, feed } = setUp()
  events.emit('entry', 'kim')
  events.emit('entry', 'lee')
  events.emit('entry', 'kim')
  await Promise.resolve()
  expect(feed.entryChanged).not.toHaveBeenCalled()
  vi.advanceTimersByTime(0)
  expect(feed.entryChanged.mock.calls).toEqual([['kim'], ['lee']])
})

it('keeps no timer once it is stopped', () => {
  const { events, feed, stop } = setUp()
  events.emit('entry', 'kim')
  events.emit('award', 'kim')
  stop()
  events.emit('award', 'kim')
  expect(vi.getTimerCount()).toBe(0)
  expect(feed.stateChanged).toHaveBeenCalledTimes(1)
})
