import type { CaptchaPolicy } from '@dabble/api'

export interface EntryHistory {
  /** Entries of this player accepted in this round. */
  entries: number
  /** Milliseconds between successive entries of this player, newest first; up to ten are of use. */
  recentGapsMs: readonly number[]
}

const FIRST_ENTRIES = 3
const GAPS_LOOKED_AT = 10
const GAPS_NEEDED = 6
const BURST_MS = 6_000
const ROBOTIC_SPREAD = 0.35

/**
 * Whether the next entry must bring a CAPTCHA solution.
 *
 * `cadence`: the first three entries of a player in a round, and any odd cadence in the last ten gaps, once there are six:
 * - a sustained burst: the typical (median) gap is under 6 s. Somebody who looks at the picture and thinks of a new prompt is slower;
 * - robotic regularity: the middle half of the gaps lies within 35 % of the typical gap. People's gaps spread by 80 % and
 *   more; a macro with ±30 % of jitter stays below. Quartiles, so that one lunch break does not hide a macro.
 *
 * It is meant to be cheap to be wrong about: an innocent player solves one more puzzle in the background. What bounds load is
 * pace, not this.
 */
export function needsCaptcha(policy: CaptchaPolicy, history: EntryHistory): boolean {
  if (policy === 'every') return true
  if (policy === 'off') return false
  return history.entries < FIRST_ENTRIES || isOddCadence(history.recentGapsMs)
}

function isOddCadence(recentGapsMs: readonly number[]): boolean {
  const gaps = recentGapsMs.slice(0, GAPS_LOOKED_AT).sort((a, b) => a - b)
  if (gaps.length < GAPS_NEEDED) return false
  const typical = quantile(gaps, 0.5)
  return typical < BURST_MS || quantile(gaps, 0.75) - quantile(gaps, 0.25) < ROBOTIC_SPREAD * typical
}

/** Of an ascending, non-empty list, with linear interpolation. */
function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q
  const below = sorted[Math.floor(at)] as number
  const above = sorted[Math.ceil(at)] as number
  return below + (above - below) * (at - Math.floor(at))
}
