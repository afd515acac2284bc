import { quantile } from './quantile.ts'

/** Cosines, -1 … 1, of pictures with a target: drawn from other prompts, and from its own prompt in other noise. */
export type Similarities = { mismatch: readonly number[]; same: readonly number[] }

export type Knot = [similarity: number, score: number]

const spreadShares = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 }

export type Spread = Record<keyof typeof spreadShares | 'count', number>

export type Fit = { knots: Knot[]; measured: { mismatch: Spread; same: Spread } }

/** No curve can come of these similarities; `message` is one line that says what to do. */
export class CalibrationError extends Error {
  override readonly name = 'CalibrationError'
}

const goodScore = 95

/**
 * Knots of the curve from similarity to score, strictly increasing from -1 to 1: the median mismatch scores 0, a picture better
 * than 95 % of those of the target's own prompt scores 95, the target itself 100. Below the median the line goes on as steep as
 * above it. Where noise changes nothing (the 95 % are at 1), it goes straight to 100. Throws CalibrationError.
 */
export function fitCalibration({ mismatch, same }: Similarities): Fit {
  if (mismatch.length === 0 || same.length === 0 || ![...mismatch, ...same].every(Number.isFinite))
    throw new CalibrationError('There is nothing to fit: the similarities are not all there. Measure again.')
  const zero = cosine(quantile(mismatch, 0.5))
  const good = cosine(quantile(same, 0.95))
  if (good <= zero)
    throw new CalibrationError(
      `The target's own prompt comes no closer to it (${good}) than other prompts do (${zero}), so no curve can tell them apart. ` +
        'Choose another target, another prompt for it, or another bundle.',
    )
  const above: Knot[] =
    good < 1
      ? [
          [zero, 0],
          [good, goodScore],
          [1, 100],
        ]
      : [
          [zero, 0],
          [1, 100],
        ]
  const [[, first], [x, second]] = above as [Knot, Knot]
  const slope = (second - first) / (x - zero)
  const below: Knot[] = zero > -1 ? [[-1, round(-slope * (zero + 1))]] : []
  return { knots: [...below, ...above], measured: { mismatch: spread(mismatch), same: spread(same) } }
}

/** Six decimals say more than so few pictures can tell. */
const round = (x: number) => Math.round(x * 1e6) / 1e6

/** Sums of float32 leave a cosine a little outside its range. */
const cosine = (x: number) => Math.min(1, Math.max(-1, round(x)))

function spread(values: readonly number[]): Spread {
  const quantiles = Object.entries(spreadShares).map(([name, share]) => [name, round(quantile(values, share))])
  return { ...Object.fromEntries(quantiles), count: values.length } as Spread
}
