/** What callers hand in and get back; graphs may compute in other types. */
export type Values = Float32Array | Int32Array | Uint8Array

/** Values in the array that a graph's dtype is stored in; float32 is not copied. Undefined for dtypes that are not fed. */
export function toDtype(values: Values, dtype: string) {
  switch (dtype) {
    case 'float32':
      return values instanceof Float32Array ? values : new Float32Array(values)
    case 'float16':
      return new Float16Array(values)
    case 'float64':
      return new Float64Array(values)
    case 'int32':
      return new Int32Array(values)
    case 'uint8':
      return values instanceof Uint8Array ? values : Uint8Array.from(values)
    case 'int64':
      // Exported graphs with whole-numbered timesteps are fed fractional ones cut off, as diffusers does.
      return BigInt64Array.from(values, value => BigInt(Math.trunc(value)))
  }
}

/** An output's data as float32; not copied where it is. Undefined for strings and other things that are no numbers. */
export function toFloat32(data: unknown): Float32Array | undefined {
  if (data instanceof Float32Array) return data
  if (data instanceof BigInt64Array) return Float32Array.from(data, Number)
  if (data instanceof Float16Array || data instanceof Float64Array) return new Float32Array(data)
  if (data instanceof Int32Array || data instanceof Uint8Array) return new Float32Array(data)
}
