import type { BoardView } from '@dabble/api'

export interface Move {
  /** Ranks climbed; negative when overtaken. */
  ranks: number
  /** Was not on the board before. */
  entered: boolean
  /** A better best than before. */
  newBest: boolean
}

/** Who moved between two boards of one round, by player code. Empty when there is nothing to compare. */
export function movesBetween(before: BoardView | null, after: BoardView | null): Map<string, Move> {
  const moves = new Map<string, Move>()
  if (!before || !after || before.roundId !== after.roundId) return moves
  const earlier = new Map(before.rows.map(row => [row.playerCode, row]))
  for (const row of after.rows) {
    const was = earlier.get(row.playerCode)
    const ranks = was?.rank && row.rank ? was.rank - row.rank : 0
    const newBest = was ? row.score > was.score : true
    if (!was || ranks !== 0 || newBest) moves.set(row.playerCode, { ranks, entered: !was, newBest })
  }
  return moves
}

export interface Mark extends Move {
  /** Milliseconds since the epoch, this screen's clock. */
  until: number
}

/** Long enough to be noticed by somebody who looks up late. */
export const markMs = 20_000

/**
 * Adds moves to the marks still showing: climbing two and then one more reads as three, and being overtaken right after
 * takes back what was climbed.
 */
export function keepMarks(marks: ReadonlyMap<string, Mark>, moves: ReadonlyMap<string, Move>, now: number) {
  const kept = new Map([...marks].filter(([, mark]) => mark.until > now))
  for (const [playerCode, move] of moves) {
    const mark = kept.get(playerCode)
    kept.set(playerCode, {
      ranks: move.ranks + (mark?.ranks ?? 0),
      entered: move.entered || (mark?.entered ?? false),
      newBest: move.newBest || (mark?.newBest ?? false),
      until: now + markMs,
    })
  }
  return kept
}
