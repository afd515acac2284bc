import type { KioskState, Millis } from '@dabble/api'

/** When somebody last played, as far as this screen knows; by the server's clock. */
export interface LastPlayed {
  roundId: string | null
  entries: number
  at: Millis
}

/** A screen that has only just been switched on goes by the newest picture. */
export function lastPlayed(before: LastPlayed | null, { at, round, counters, newest }: KioskState): LastPlayed {
  const roundId = round?.id ?? null
  const { entries } = counters
  if (!before || before.roundId !== roundId) return { roundId, entries, at: newest[0]?.at ?? at }
  return entries > before.entries ? { roundId, entries, at } : before
}

/** Nobody has played for so long: time to ask people in. */
const quietAfterMs = 3 * 60_000
/** The way in and the board take turns, each long enough to be read in two languages. */
const turnMs = 30_000

/** Whether the stage asks people in instead of showing a board on which nothing happens. */
export function asksIn(lastPlayedAt: Millis, now: Millis): boolean {
  const quietMs = now - lastPlayedAt - quietAfterMs
  return quietMs >= 0 && Math.floor(quietMs / turnMs) % 2 === 0
}
