import type { Millis } from '@dabble/api'

/** What a clock on the wall says, as `<input type="datetime-local">` has it: `2026-11-24T16:50`. */
export type WallTime = string

export type Instant =
  | { kind: 'once'; at: Millis }
  /** Clocks were put back: the first of the two. */
  | { kind: 'twice'; at: Millis }
  /** Clocks were put forward over it: what a clock shows that nobody had put forward, as iCalendar and Temporal read it. */
  | { kind: 'skipped'; at: Millis }

const day = 86_400_000
const wallShape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/
const clocks = new Map<string, Intl.DateTimeFormat>()

/** @throws {RangeError} for a zone that the browser does not know. */
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** The wall clock of a zone, as if it were UTC's: milliseconds, to the second. */
function wallMillis(at: Millis, zone: string): Millis {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year, month, day, hour, minute, second } = part as Record<string, number>
  return Date.UTC(year as number, (month as number) - 1, day, hour, minute, second)
}

/** What the wall clock of an IANA time zone says at an instant, to the minute. @throws {RangeError} for an unknown zone. */
export function wallTimeOf(at: Millis, zone: string): WallTime {
  return new Date(wallMillis(at, zone)).toISOString().slice(0, 16)
}

/** When it is that time in an IANA time zone; null for what is no time. @throws {RangeError} for an unknown zone. */
export function instantOf(wall: WallTime, zone: string): Instant | null {
  if (!wallShape.test(wall)) return null
  const asUtc = Date.parse(`${wall}:00Z`)
  // February 30 becomes March 2 in some browsers.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== wall) return null
  // Zones are less than a day away from UTC, and change their offset at most once in these two days.
  const offsets = [asUtc - day, asUtc + day].map(at => wallMillis(at, zone) - Math.floor(at / 1_000) * 1_000)
  const [before, after] = offsets as [Millis, Millis]
  const fits = [...new Set([asUtc - before, asUtc - after])].filter(at => wallMillis(at, zone) === asUtc)
  if (fits.length === 0) return { kind: 'skipped', at: asUtc - before }
  return { kind: fits.length === 1 ? 'once' : 'twice', at: Math.min(...fits) }
}
