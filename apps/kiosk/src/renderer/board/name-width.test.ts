import { expect, test } from 'vitest'
import { nameWidth } from './name-width.ts'

test('Hangul and emoji are about twice as wide as letters', () => {
  expect(nameWidth('오리배')).toBe(3)
  expect(nameWidth('오리 배')).toBeCloseTo(3.58)
  expect(nameWidth('duck')).toBeCloseTo(4 * 0.58)
  expect(nameWidth('日本')).toBe(2)
})

test('what is one character to people is one here', () => {
  expect(nameWidth('👩‍👩‍👧‍👦')).toBe(1)
  expect(nameWidth('🇰🇷')).toBe(1)
  expect(nameWidth('é')).toBeCloseTo(0.58)
})
