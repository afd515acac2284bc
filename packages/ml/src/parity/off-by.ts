/** The largest difference as a share of the largest value that was expected; infinite where shapes differ or a value is NaN. */
export function offBy(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY
  let [most, difference] = [0, 0]
  for (let i = 0; i < theirs.length; i++) {
    const expected = theirs[i] as number
    most = Math.max(most, Math.abs(expected))
    difference = Math.max(difference, Math.abs((ours[i] as number) - expected))
  }
  if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY
  return difference === 0 ? 0 : difference / most
}

/** The largest; 0 of none. */
export const furthest = (errors: readonly number[]): number => errors.reduce((most, error) => Math.max(most, error), 0)
