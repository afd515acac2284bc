/** A copy of the vector with length 1 (L2). Throws when it has none: fp16 that overflowed would be scored as something. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  if (!(length > 0 && length < Infinity)) throw new RangeError('The encoder computed no numbers, or only zeros.')
  return vector.map(x => x / length)
}
