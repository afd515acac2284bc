/** Batches have these sizes and no others: each is a shape of its own to the graphs, warmed up at start. */
const sizes = [1, 2, 4, 8] as const

export type BatchSize = (typeof sizes)[number]

export const isBatchSize = (n: number): n is BatchSize => (sizes as readonly number[]).includes(n)

/** 1, 2, … up to the largest allowed. */
export const batchSizes = (most: BatchSize): BatchSize[] => sizes.filter(size => size <= most)
