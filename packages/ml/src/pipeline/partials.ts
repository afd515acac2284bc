/**
 * The steps after which partial pictures are made: `count` of them spread evenly over the steps before the last, which brings
 * the picture itself. Fewer where there are fewer steps.
 */
export function partialSteps(count: number, steps: number): number[] {
  const wanted = Array.from({ length: count }, (_, i) => Math.round(((i + 1) * steps) / (count + 1)))
  return [...new Set(wanted)].filter(step => step > 0 && step < steps)
}
