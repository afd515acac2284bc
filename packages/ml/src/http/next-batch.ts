import { type BatchSize, batchSizes } from '../pipeline/batch-sizes.ts'

export type Waiting = {
  count: number
  /** How long the first in line has been waiting. */
  firstMs: number
}

/**
 * What the free graphs do next: draw so many of those waiting, first come first; or wait so many milliseconds for company, counted
 * from the first's arrival, because a full batch costs hardly more time than a single picture where it is worth anything.
 */
export function nextBatch(
  { count, firstMs }: Waiting,
  most: BatchSize,
  waitMs: number,
): { take: number } | { waitMs: number } {
  const take = batchSizes(most).findLast(size => size <= count)
  if (!take) return { waitMs: Number.POSITIVE_INFINITY }
  if (take < most && firstMs < waitMs) return { waitMs: waitMs - firstMs }
  return { take }
}
