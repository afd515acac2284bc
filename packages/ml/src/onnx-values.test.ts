import { expect, test } from 'vitest'
import { toDtype, toFloat32 } from './onnx-values.ts'

test.each([
  ['float16', Float16Array.of(1, -0.5, 65504)],
  ['float64', Float64Array.of(1, -0.5, 65504)],
  ['int32', Int32Array.of(1, 0, 65504)],
  ['int64', BigInt64Array.of(1n, 0n, 65504n)],
])('values as %s', (dtype, expected) => {
  expect(toDtype(Float32Array.of(1, -0.5, 65504), dtype)).toEqual(expected)
})

test('float32 is not copied, neither way', () => {
  const values = Float32Array.of(1, 2)
  expect(toDtype(values, 'float32')).toBe(values)
  expect(toFloat32(values)).toBe(values)
})

test.each([
  Float16Array.of(1, 2.5),
  Float64Array.of(1, 2.5),
  Int32Array.of(1, 2),
  BigInt64Array.of(1n, 2n),
  Uint8Array.of(1, 2),
])('%o comes back as float32', data => {
  expect(toFloat32(data)).toEqual(Float32Array.from([...data], Number))
})

test('what is no number is neither fed nor read', () => {
  expect(toDtype(Float32Array.of(1), 'string')).toBeUndefined()
  expect(toFloat32(['text'])).toBeUndefined()
})
