import { expect, test } from 'vitest'
import { codesIn } from './codes-in.ts'

test('one code a line, whatever the spreadsheet put around it', () => {
  expect(codesIn('A-1\r\n  B-2\t\n\n\nA-1\nC 3')).toEqual(['A-1', 'B-2', 'C 3'])
  expect(codesIn(' \n ')).toEqual([])
})
