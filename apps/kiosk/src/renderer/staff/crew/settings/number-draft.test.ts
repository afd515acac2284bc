import { expect, test } from 'vitest'
import { readNumber } from './number-draft.ts'

const limits = { from: 1, to: 600 }

test.each([
  ['1', 1],
  [' 60 ', 60],
  ['600', 600],
  ['007', 7],
])('%j', (text, value) => expect(readNumber(text, limits)).toBe(value))

test.each(['', '0', '601', '-3', '3.5', '1e3', '０', 'ten', '99999999999'])('not within 1 to 600: %j', text => {
  expect(readNumber(text, limits)).toBeNull()
})
