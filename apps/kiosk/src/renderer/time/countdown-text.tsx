import { clockText, daysAndHours } from '@dabble/ui'
import { Say } from '../stage/say.tsx'
import type { Countdown } from './countdown.ts'

/** How long is left: a clock, or days and hours where a clock would be silly. */
export function CountdownText({ countdown }: { countdown: Countdown }) {
  const long = daysAndHours(countdown.leftMs)
  if (long) return <Say message="time.days" values={{ ...long }} />
  return <time dateTime={`PT${Math.ceil(countdown.leftMs / 1_000)}S`}>{clockText(countdown.leftMs)}</time>
}
