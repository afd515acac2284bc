import type { Language, Millis } from '@dabble/api'

const parts = (at: Millis, timeZone: string, language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { timeZone, hourCycle: 'h23', ...options }).format(at)

/** When a state is from, on the contest's clock: `14:03`, with the day where that was not today. */
export function asOf(at: Millis, now: Millis, timeZone: string, language: Language): string {
  const day = (time: Millis) => parts(time, timeZone, 'en', { dateStyle: 'short' })
  const date: Intl.DateTimeFormatOptions = day(at) === day(now) ? {} : { month: 'short', day: 'numeric' }
  return parts(at, timeZone, language, { hour: '2-digit', minute: '2-digit', ...date })
}
