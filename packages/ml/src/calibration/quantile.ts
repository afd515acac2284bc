/** Linear between the two nearest ranks (Hyndman & Fan's type 7), of at least one value. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = share * (sorted.length - 1)
  const low = sorted[Math.floor(rank)] as number
  return low + ((sorted[Math.ceil(rank)] as number) - low) * (rank % 1)
}
