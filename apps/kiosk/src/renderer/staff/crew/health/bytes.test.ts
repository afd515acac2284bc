import { expect, test } from 'vitest'
import { sayBytes } from './bytes.ts'

test.each([
  [0, '0 kB'],
  [999_999, '999 kB'],
  [640e6, '640 MB'],
  [999.9e6, '999 MB'],
  [1.19e9, '1.1 GB'],
  [48.9e9, '48 GB'],
  [2.5e12, '2.5 TB'],
  [4e15, '4,000 TB'],
])('%d bytes', (bytes, text) => expect(sayBytes(bytes, 'en')).toBe(text))

test('in Korean', () => expect(sayBytes(48e9, 'ko')).toMatch(/^48\s?GB$/))
