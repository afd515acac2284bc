import type { Announcement } from '@dabble/api'
import { expect, test } from 'vitest'
import { nextAnnouncements, noAnnouncements, stageMs } from './queue.ts'

const news = (id: string, at: number) => ({ id, at }) as Announcement
const idle = { paused: false }
const a = news('a', 1_000)
const b = news('b', 2_000)

test('the newest first, each for its time, none twice', () => {
  let state = nextAnnouncements(noAnnouncements, [b, a], { at: 3_000, now: 0, ...idle })
  expect(state.showing).toEqual({ announcement: b, until: stageMs })
  state = nextAnnouncements(state, [b, a], { at: 4_000, now: stageMs - 1, ...idle })
  expect(state.showing?.announcement.id).toBe('b')
  state = nextAnnouncements(state, [b, a], { at: 15_000, now: stageMs, ...idle })
  expect(state.showing?.announcement.id).toBe('a')
  state = nextAnnouncements(state, [b, a], { at: 27_000, now: 2 * stageMs, ...idle })
  expect(state.showing).toBeNull()
  expect(nextAnnouncements(state, [b, a], { at: 28_000, now: 2 * stageMs + 1, ...idle }).showing).toBeNull()
})

test('many at once: those that the feed has dropped by then still have their turn', () => {
  const many = Array.from({ length: 5 }, (_, i) => news(`n${i}`, 1_000 + i))
  let state = noAnnouncements
  const shown: string[] = []
  for (let turn = 0; turn < 7; turn++) {
    const at = 2_000 + turn * stageMs
    state = nextAnnouncements(state, at < 31_000 ? many : [], { at, now: at, ...idle })
    if (state.showing) shown.push(state.showing.announcement.id)
  }
  expect(shown).toEqual(['n4', 'n3', 'n2', 'n1', 'n0'])
})

test('taken back while it shows or waits: gone at once, and not shown again when it is listed again', () => {
  let state = nextAnnouncements(noAnnouncements, [b, a], { at: 3_000, now: 0, ...idle })
  state = nextAnnouncements(state, [], { at: 4_000, now: 500, ...idle })
  expect(state.showing).toBeNull()
  expect(state.waiting).toEqual([])
  expect(nextAnnouncements(state, [b], { at: 5_000, now: 1_000, ...idle }).showing).toBeNull()
})

test('after a reload in the middle once more, and then never again', () => {
  const shown = nextAnnouncements(noAnnouncements, [a], { at: 2_000, now: 0, ...idle })
  const reloaded = { ...noAnnouncements, begun: shown.begun }
  const again = nextAnnouncements(reloaded, [a], { at: 3_000, now: 1_000, ...idle })
  expect(again.showing?.announcement.id).toBe('a')
  const twice = { ...noAnnouncements, begun: again.begun }
  expect(nextAnnouncements(twice, [a], { at: 4_000, now: 2_000, ...idle }).showing).toBeNull()
})

test('while the screen is blank it waits, and old news is none', () => {
  const paused = nextAnnouncements(noAnnouncements, [a], { at: 2_000, now: 0, paused: true })
  expect(paused.showing).toBeNull()
  expect(nextAnnouncements(paused, [a], { at: 3_000, now: 1_000, ...idle }).showing?.announcement.id).toBe('a')
  expect(nextAnnouncements(paused, [], { at: 400_000, now: 398_000, ...idle }).showing).toBeNull()
})
