/** Knots `[similarity, score]` of a round's calibration, strictly increasing in both. */
export type Calibration = ReadonlyArray<readonly [similarity: number, score: number]>

/**
 * Similarity (cosine, -1…1) to score by linear interpolation between knots; beyond the ends the outer segments go on. Strictly
 * increasing, so equal scores mean equal similarities. May be negative for a mismatch; shown as 0.
 */
export function scoreOf(similarity: number, calibration: Calibration): number {
  const above = calibration.findIndex(([knot]) => similarity <= knot)
  const end = above < 0 ? calibration.length - 1 : Math.max(1, above)
  const [[x0, y0], [x1, y1]] = [calibration[end - 1] as [number, number], calibration[end] as [number, number]]
  return y0 + ((similarity - x0) / (x1 - x0)) * (y1 - y0)
}

const mostDecimals = 8

/** A score cut (never rounded up) to so many decimals; below 0 is shown as 0. */
export function showScore(score: number, decimals = 2): string {
  // Cut on the decimal expansion: `Math.floor(score * 100)` would turn 57.29 into 57.28.
  const [whole, fraction] = Math.max(0, score).toFixed(12).split('.') as [string, string]
  return decimals === 0 ? whole : `${whole}.${fraction.slice(0, decimals)}`
}

/**
 * Scores in the order of a board, each with so many decimals, or as many more as it needs to differ from unequal neighbours. Equal
 * scores look equal.
 */
export function showScores(scores: readonly number[], fewest = 2): string[] {
  const distinct = scores.filter((score, i) => score !== scores[i - 1])
  const shown = distinct.map((score, i) => {
    const neighbours = [distinct[i - 1], distinct[i + 1]].filter(
      other => other !== undefined && Math.max(other, score) > 0,
    )
    let decimals = fewest
    const looksTied = () =>
      neighbours.some(other => showScore(other as number, decimals) === showScore(score, decimals))
    while (decimals < mostDecimals && looksTied()) decimals += 1
    return showScore(score, decimals)
  })
  let group = -1
  return scores.map((score, i) => {
    if (score !== scores[i - 1]) group += 1
    return shown[group] as string
  })
}
