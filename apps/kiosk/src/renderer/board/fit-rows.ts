/** Below this, in rem, a row cannot be read from five metres; above, it only wastes the screen. */
const rowRem = { least: 3.5, most: 4.6 }
/** The leader's row is that much taller than the others. */
export const leaderScale = 1.45
const mostRows = 10

/**
 * How many rows a leaderboard of this height (rem) has room for, and how tall one is: the leader's row counts
 * `leaderScale`. The height depends on the room only, so rows do not change size while the board fills up.
 */
export function fitRows(heightRem: number): { rows: number; rowRem: number } {
  const rows = Math.floor(heightRem / rowRem.least - leaderScale) + 1
  const within = Math.min(mostRows, Math.max(1, rows))
  const even = heightRem / (within - 1 + leaderScale)
  return { rows: within, rowRem: Math.min(rowRem.most, Math.max(rowRem.least, even)) }
}
