import type { Millis, RoundView } from '@dabble/api'

/** From here on the countdown is the biggest thing on the screen. */
const lastMinutesMs = 10 * 60_000

export interface Countdown {
  /** What it counts to: the window's opening or its end. */
  to: 'opens' | 'closes'
  /** Never negative. */
  leftMs: number
  /** The last ten minutes of a window. */
  final: boolean
}

/** What there is to count down to; null when the round has no window, or the window's end has passed. `now` is the server's. */
export function countdownOf(round: RoundView | null, now: Millis): Countdown | null {
  const window = round?.window
  if (!window || (round.state !== 'open' && round.state !== 'draft')) return null
  if (now < window.opensAt) return { to: 'opens', leftMs: window.opensAt - now, final: false }
  if (round.state === 'draft' || now >= window.closesAt) return null
  const leftMs = window.closesAt - now
  return { to: 'closes', leftMs, final: leftMs <= lastMinutesMs }
}
