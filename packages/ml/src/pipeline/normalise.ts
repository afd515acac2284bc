/** A copy of the vector with length 1 (L2). */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map(x => x / length)
}
