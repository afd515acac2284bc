import { expect, test } from 'vitest'
import { isNewSighting } from './sighting.ts'

test('a code that stays in the picture is told once, another one at once, the same one again after it was away', () => {
  expect(isNewSighting({ text: 'A', at: 0 }, null)).toBe(true)
  expect(isNewSighting({ text: 'A', at: 150 }, { text: 'A', at: 0 })).toBe(false)
  expect(isNewSighting({ text: 'B', at: 300 }, { text: 'A', at: 150 })).toBe(true)
  expect(isNewSighting({ text: 'A', at: 2_300 }, { text: 'A', at: 150 })).toBe(true)
})
