import type { Language, Millis } from '@dabble/api'
import { wallTimeOf } from './zoned-time.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: Language, zone: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${withDay}`
  let format = formats.get(key)
  if (!format) {
    const day: Intl.DateTimeFormatOptions = withDay ? { month: 'short', day: 'numeric' } : {}
    format = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...day,
    })
    formats.set(key, format)
  }
  return format
}

/** `14:03`, and with the day where that is not today on the clock of that IANA zone. */
export function sayTime(at: Millis, now: Millis, zone: string, language: Language): string {
  const today = wallTimeOf(at, zone).slice(0, 10) === wallTimeOf(now, zone).slice(0, 10)
  return formatOf(language, zone, !today).format(at)
}
