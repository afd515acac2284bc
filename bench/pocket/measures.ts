/** Dot product; the cosine of L2-normalised vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)
}

/** Index of the largest value. */
export function strongest(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i
  return best
}

/** Whether all of `wanted` are among the strongest values, as many as there are wanted. */
export function areStrongest(values: ArrayLike<number>, wanted: readonly number[]): boolean {
  const weakest = Math.min(...wanted.map(i => values[i] as number))
  return Array.from(values).filter(value => value >= weakest).length <= wanted.length
}

/** Of falling similarities, the fraction of neighbours that do fall. */
export function fallingNeighbours(similarities: readonly number[]): boolean[] {
  return similarities.slice(1).map((similarity, i) => similarity < (similarities[i] as number))
}

export const fraction = (hits: readonly boolean[]): number =>
  Number((hits.filter(Boolean).length / hits.length).toFixed(3))

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number
