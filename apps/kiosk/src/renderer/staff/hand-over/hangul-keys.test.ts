import { expect, test } from 'vitest'
import { asTyped } from './hangul-keys.ts'

test.each([
  ['K7PQ2', 'K7PQ2'],
  ['https://booth.test/staff/claim/K7PQ2', 'https://booth.test/staff/claim/K7PQ2'],
  // The keys k 7 p q 2 in Hangul mode.
  ['ㅏ7ㅔㅂ2', 'k7pq2'],
  // Letters that were put together to syllables, with doubled and compound parts.
  ['간ㅇ', 'rksd'],
  ['닭', 'ekfr'],
  ['쀍', 'Qnpfr'],
  ['ㅗㅅ세', 'http'],
  ['ㄳ', 'rt'],
  ['ㅘ', 'hk'],
  // Decomposed, as some systems send it.
  ['간'.normalize('NFD'), 'rks'],
])('%s', (arrived, typed) => expect(asTyped(arrived)).toBe(typed))
