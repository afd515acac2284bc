import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsCaptcha } from './needs-captcha.ts'

/** Repeatable numbers in [0, 1): Mulberry32. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Share of 2,000 ten-gap histories of this kind that need a CAPTCHA. */
function share(gap: (next: () => number) => number): number {
  const next = random(20_251)
  const histories = Array.from({ length: 2_000 }, () => Array.from({ length: 10 }, () => gap(next)))
  return histories.filter(gaps => needsCaptcha('cadence', { entries: 40, recentGapsMs: gaps })).length / 2_000
}

const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
/** People wait log-normally: often a little, sometimes long. */
const human = (medianMs: number, sigma: number) => (next: () => number) => medianMs * Math.exp(sigma * normal(next))
const macro = (everyMs: number, jitter: number) => (next: () => number) => everyMs * (1 + jitter * (2 * next() - 1))

describe('cadence', () => {
  it('asks for the first three entries, then trusts', () => {
    const asked = [0, 1, 2, 3, 4].map(entries => needsCaptcha('cadence', { entries, recentGapsMs: [] }))
    expect(asked).toEqual([true, true, true, false, false])
  })

  it('leaves people alone', () => {
    expect(share(human(20_000, 0.7))).toBeLessThan(0.06)
    expect(share(human(15_000, 0.9))).toBeLessThan(0.04)
    expect(share(human(40_000, 0.6))).toBeLessThan(0.1)
  })

  it('seldom bothers a quick and steady one', () => {
    expect(share(human(9_000, 0.6))).toBeLessThan(0.15)
  })

  it('catches the macro of day one: the same prompt every 1-5 s', () => {
    expect(share(macro(3_000, 0.66))).toBe(1)
  })

  it('catches a patient macro, also with jitter', () => {
    expect(share(macro(20_000, 0))).toBe(1)
    expect(share(macro(20_000, 0.1))).toBe(1)
    expect(share(macro(20_000, 0.2))).toBeGreaterThan(0.99)
    expect(share(macro(20_000, 0.3))).toBeGreaterThan(0.8)
  })

  it('is not fooled by a lunch break in a macro, nor alarmed by one quick correction of a person', () => {
    const lunch = [10_000, 10_050, 3_600_000, 9_980, 10_010, 10_000, 9_990, 10_020]
    expect(needsCaptcha('cadence', { entries: 40, recentGapsMs: lunch })).toBe(true)
    const correction = [2_000, 31_000, 12_000, 55_000, 18_000, 24_000, 90_000]
    expect(needsCaptcha('cadence', { entries: 40, recentGapsMs: correction })).toBe(false)
  })

  it('forgets: only the newest ten gaps count', () => {
    const calm = [31_000, 12_000, 55_000, 18_000, 24_000, 90_000, 9_000, 43_000, 15_000, 27_000]
    const flood = Array.from({ length: 50 }, () => 1_000)
    expect(needsCaptcha('cadence', { entries: 60, recentGapsMs: [...calm, ...flood] })).toBe(false)
  })

  it('answers whatever the history', () => {
    fc.assert(
      fc.property(fc.double(), fc.array(fc.double(), { maxLength: 30 }), (entries, recentGapsMs) => {
        expect(typeof needsCaptcha('cadence', { entries, recentGapsMs })).toBe('boolean')
        expect(needsCaptcha('every', { entries, recentGapsMs })).toBe(true)
        expect(needsCaptcha('off', { entries, recentGapsMs })).toBe(false)
      }),
    )
  })

  it('does not reorder the history it is given', () => {
    const recentGapsMs = Object.freeze([9_000, 1_000, 8_000, 2_000, 7_000, 3_000])
    expect(needsCaptcha('cadence', { entries: 9, recentGapsMs })).toBe(true)
  })
})
