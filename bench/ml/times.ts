import { quantile } from '@dabble/ml/calibration'

/** How long some work takes, and what comes of it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** To a thousandth: what comes after it is noise. */
export const rounded = (value: number): number => Number(value.toFixed(3))
