import { expect, test } from 'vitest'
import { enterMeans, startsCode } from './enter.ts'

const free = { ctrlKey: false, metaKey: false, altKey: false }

test('a code and Enter scans; Enter alone hands over what is offered', () => {
  expect(enterMeans('K7PQ2', 5_000, 0, false)).toBe('scan')
  expect(enterMeans('K7PQ2', 5_000, 0, true)).toBe('scan')
  expect(enterMeans('', 5_000, 0, true)).toBe('hand-over')
  expect(enterMeans('  ', 5_000, 0, false)).toBe('nothing')
})

test('the second line end of a scanner hands nothing over', () => {
  expect(enterMeans('', 1_004, 1_000, true)).toBe('nothing')
  expect(enterMeans('', 1_301, 1_000, true)).toBe('hand-over')
})

test('a code may begin anywhere on the page; shortcuts and keys that move do not', () => {
  expect(startsCode('K', 'KeyK', free)).toBe(true)
  expect(startsCode('7', 'Digit7', free)).toBe(true)
  expect(startsCode('ㅏ', 'KeyK', free)).toBe(true)
  expect(startsCode('Process', 'KeyK', free)).toBe(true)
  expect(startsCode('k', 'KeyK', { ...free, ctrlKey: true })).toBe(false)
  for (const key of ['Enter', 'Tab', ' ', 'Escape', 'ArrowDown', 'Shift'])
    expect(startsCode(key, key, free)).toBe(false)
})
