import { expect, it } from 'vitest'
import { cosine, embeddingFromBytes, embeddingToBytes } from './embedding.ts'

it('is 1 for the same direction, 0 for a right angle, -1 for the opposite', () => {
  expect(cosine(Float32Array.of(1, 2), Float32Array.of(2, 4))).toBeCloseTo(1, 15)
  expect(cosine(Float32Array.of(1, 0), Float32Array.of(0, 3))).toBe(0)
  expect(cosine(Float32Array.of(1, -1), Float32Array.of(-1, 1))).toBeCloseTo(-1, 15)
})

it('sums in float64: what float32 would swallow still ranks', () => {
  const a = new Float32Array(4_097).fill(1e-4)
  a[0] = 1
  const b = a.slice()
  b[4_096] = 1.01e-4
  expect(cosine(a, a)).not.toBe(cosine(a, b))
})

it('refuses vectors that do not compare', () => {
  expect(() => cosine(new Float32Array(2), new Float32Array(3))).toThrow('2 and 3 dimensions')
})

it('survives the database bit by bit', () => {
  const embedding = Float32Array.from({ length: 192 }, (_, i) => Math.sin(i) / 7)
  expect(embeddingFromBytes(embeddingToBytes(embedding))).toEqual(embedding)
})
