import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, wallTimeOf } from './zoned-time.ts'

const at = (iso: string) => Date.parse(iso)

describe('the contest’s own clock, whatever this device’s is', () => {
  test.each([
    ['Asia/Seoul', '2026-11-24T10:00', '2026-11-24T01:00:00Z'],
    ['UTC', '2026-11-24T10:00', '2026-11-24T10:00:00Z'],
    ['Asia/Kathmandu', '2026-11-24T10:00', '2026-11-24T04:15:00Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:30', '2025-12-31T10:30:00Z'],
    ['America/St_Johns', '2026-07-01T12:00', '2026-07-01T14:30:00Z'],
    // Midnight is 00, never 24.
    ['Asia/Seoul', '2026-11-24T00:00', '2026-11-23T15:00:00Z'],
  ])('%s %s', (zone, wall, iso) => {
    expect(instantOf(wall, zone)).toEqual({ kind: 'once', at: at(iso) })
    expect(wallTimeOf(at(iso), zone)).toBe(wall)
  })

  test('an hour that spring skips is what a clock shows that nobody put forward', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toEqual({ kind: 'skipped', at: at('2026-03-29T01:30:00Z') })
    expect(wallTimeOf(at('2026-03-29T01:30:00Z'), 'Europe/Berlin')).toBe('2026-03-29T03:30')
    expect(instantOf('2026-03-08T02:00', 'America/New_York')).toEqual({
      kind: 'skipped',
      at: at('2026-03-08T07:00:00Z'),
    })
    // Half an hour, on an island.
    expect(instantOf('2026-10-04T02:15', 'Australia/Lord_Howe')?.kind).toBe('skipped')
  })

  test('the last minute before and the first after a gap are what they say', () => {
    expect(instantOf('2026-03-29T01:59', 'Europe/Berlin')).toEqual({ kind: 'once', at: at('2026-03-29T00:59:00Z') })
    expect(instantOf('2026-03-29T03:00', 'Europe/Berlin')).toEqual({ kind: 'once', at: at('2026-03-29T01:00:00Z') })
  })

  test('of an hour that autumn repeats, the first', () => {
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toEqual({ kind: 'twice', at: at('2026-10-25T00:30:00Z') })
    expect(instantOf('2026-10-25T03:00', 'Europe/Berlin')).toEqual({ kind: 'once', at: at('2026-10-25T02:00:00Z') })
  })

  test('a day that a zone left out altogether', () => {
    expect(instantOf('2011-12-30T12:00', 'Pacific/Apia')?.kind).toBe('skipped')
  })

  test.each(['', '2026-11-24', '2026-02-30T10:00', '2026-13-01T10:00', '2026-11-24T24:00', 'tomorrow'])(
    'no time: %j',
    wall => expect(instantOf(wall, 'Asia/Seoul')).toBeNull(),
  )

  test('every minute of every zone leads back to itself', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const minutes = fc.integer({ min: at('2024-01-01T00:00Z') / 60_000, max: at('2030-01-01T00:00Z') / 60_000 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const there = instantOf(wallTimeOf(minute * 60_000, zone), zone)
        const late = minute * 60_000 - (there?.at ?? Number.NaN)
        return there?.kind === 'twice' ? late >= 0 && late <= 7_200_000 : there?.kind === 'once' && late === 0
      }),
      { numRuns: 2_000 },
    )
  })

  test('a zone that does not exist says so', () => {
    expect(() => wallTimeOf(0, 'Asia/Seul')).toThrow(RangeError)
  })
})
