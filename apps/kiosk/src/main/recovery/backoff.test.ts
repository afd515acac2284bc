import { expect, it } from 'vitest'
import { createBackoff } from './backoff.ts'

it('waits twice as long each time, up to half a minute, and starts over after calm', () => {
  let time = 0
  const backoff = createBackoff(() => time)
  expect(Array.from({ length: 8 }, () => backoff.next())).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  time += 119_000
  expect(backoff.next()).toBe(30_000)
  time += 121_000
  expect(backoff.next()).toBe(500)
})

it('a page that crashes for ever is tried for ever', () => {
  const backoff = createBackoff(() => 0)
  for (let n = 0; n < 2000; n++) expect(backoff.next()).toBeLessThanOrEqual(30_000)
})
