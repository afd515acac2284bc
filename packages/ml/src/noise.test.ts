import { mersenne } from 'pure-rand/generator/mersenne'
import { expect, test } from 'vitest'
import { noiseSource } from './noise.ts'

test('the generator is MT19937: its published first output', () => {
  expect(mersenne(5489).next() >>> 0).toBe(3499211612)
})

test('first values, as numpy.random.RandomState(seed).standard_normal gives them', () => {
  const first = (seed: number) => [...noiseSource(seed)(4)]
  const float32 = (values: number[]) => [...Float32Array.from(values)]
  expect(first(0)).toEqual(float32([1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458]))
  expect(first(42)).toEqual(float32([0.4967141530112327, -0.13826430117118466, 0.6476885381006925, 1.5230298564080254]))
})

test('what is taken in parts, odd ones too, is one sequence', () => {
  const parts = noiseSource(7)
  expect([...parts(5), ...parts(1), ...parts(7)]).toEqual([...noiseSource(7)(13)])
})

test('mean 0, variance 1, and its share of values beyond two deviations', () => {
  const noise = noiseSource(123)(100_000)
  const mean = noise.reduce((sum, x) => sum + x) / noise.length
  const variance = noise.reduce((sum, x) => sum + (x - mean) ** 2, 0) / noise.length
  expect(mean).toBeCloseTo(0, 1.9)
  expect(variance).toBeCloseTo(1, 1.5)
  expect(noise.filter(x => Math.abs(x) > 2).length / noise.length).toBeCloseTo(0.0455, 2)
})

test.each([-1, 0.5, 2 ** 32, Number.NaN])('seed %s is refused', seed => {
  expect(() => noiseSource(seed)).toThrow(RangeError)
})
