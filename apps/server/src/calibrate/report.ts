import { type Calibration, scoreOf, showScore } from '@dabble/api'
import { type Fit, quantile, type Similarities } from '@dabble/ml/calibration'
import { histogramLines } from './histogram.ts'

/** For a terminal: what was measured, and what the curve that comes of it would change. */
export function reportLines(similarities: Similarities, { knots, measured }: Fit, before: Calibration): string[] {
  const { mismatch, same } = similarities
  const strayed = quantile(mismatch, 0.95)
  const apart = same.filter(x => x > strayed).length / same.length
  const score = (similarity: number, calibration: Calibration) =>
    showScore(scoreOf(similarity, calibration)).padStart(7)
  const rows = [measured.mismatch.p50, measured.mismatch.p95, measured.same.p5, measured.same.p50, measured.same.p95]
  const names = [
    'median of other prompts',
    'best of other prompts (p95)',
    'worst of the same (p5)',
    'median of the same',
    'best of the same (p95)',
  ]
  return [
    ...histogramLines(similarities),
    '',
    `${Math.round(apart * 100)} % of the pictures of the target's prompt are closer to it than 95 % of the others.`,
    '',
    `${''.padEnd(28)} similarity   score now   score then`,
    ...rows.map(
      (similarity, i) =>
        `${(names[i] as string).padEnd(28)} ${similarity.toFixed(4).padStart(10)}   ${score(similarity, before).padStart(9)}   ${score(similarity, knots).padStart(10)}`,
    ),
  ]
}
