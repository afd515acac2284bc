import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases } from '../../test/support/golden.ts'
import { pocketDir } from '../bundle/index.ts'
import { createTokenizer } from './index.ts'

const { tokenize, key, reads } = createTokenizer(pocketDir)
const trained = cases[0]?.input_ids ?? []
const words = trained.length
const width = trained[0]?.length ?? 0

const alphabet = [
  'a',
  'B',
  'duck',
  ' ',
  '  ',
  '오리',
  '와',
  'ㄱ',
  '\u1100\u1161',
  'e\u0301',
  '_',
  '9',
  '½',
  ',',
  '\u200d',
  '🦆',
  '\ud800',
  'İ',
  'Σ',
]
/** Any string at all, and strings made of what makes trouble. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...alphabet), { maxLength: 80 }).map(parts => parts.join('')),
)

test.each(cases)('token ids of "$prompt" are the trained ones', ({ prompt, input_ids }) => {
  expect([...tokenize(prompt).ids]).toEqual(input_ids.flat())
  expect(tokenize(prompt).shape).toEqual([1, words, width])
})

test('no input crashes: always the trained shape, ids in range, start first, padding behind', () => {
  fc.assert(
    fc.property(anyText, text => {
      const { ids } = tokenize(text)
      expect(ids).toHaveLength(words * width)
      expect([...ids.slice(0, width)]).toEqual([1, ...Array(width - 1).fill(0)])
      for (let word = 1; word < words; word++) {
        const row = [...ids.slice(word * width, (word + 1) * width)]
        const used = row.filter(id => id > 0)
        expect(row).toEqual([...used, ...Array(width - used.length).fill(0)])
        expect(used.every(id => id >= 2 && id < 8192)).toBe(true)
        expect(new Set(used).size).toBe(used.length)
      }
    }),
  )
})

test('keys are equal exactly when token ids are', () => {
  const variant = (text: string) =>
    fc.constantFrom(
      text,
      text.toUpperCase(),
      text.normalize('NFD'),
      ` ${text}!`,
      `${text} x`,
      text.replaceAll(' ', ', '),
    )
  const twoTexts = anyText.chain(text => fc.tuple(fc.constant(text), fc.oneof(variant(text), anyText)))
  fc.assert(
    fc.property(twoTexts, ([a, b]) => {
      expect(key(a) === key(b)).toBe(String(tokenize(a).ids) === String(tokenize(b).ids))
    }),
  )
})

test('composed and decomposed Hangul are one prompt', () => {
  const prompt = '호수 위의 오리와 백조'
  expect(prompt.normalize('NFD')).not.toBe(prompt)
  expect(key(prompt.normalize('NFD'))).toBe(key(prompt))
})

test('case, punctuation and spaces make no other prompt; a word does', () => {
  expect(key('A Duck, on a LAKE!')).toBe(key('a  duck on a lake'))
  expect(key('a duck on the lake')).not.toBe(key('a duck on a lake'))
  expect(key('')).toBe(key(' …🦆'))
})

test('what stands behind the point where reading stops changes nothing; what stands before it is all there is', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, more) => {
      const end = reads(text)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(key(text.slice(0, end))).toBe(key(text))
      if (end < text.length) expect(key(`${text.slice(0, end)} ${more}`)).toBe(key(text))
    }),
  )
})

test('reading stops behind the nineteenth word', () => {
  const nineteen = Array.from({ length: 19 }, (_, i) => `w${i}`).join(' ')
  expect(reads(nineteen)).toBe(nineteen.length)
  expect(reads(`${nineteen} …`)).toBe(nineteen.length + 2)
  expect(reads(`${nineteen} more`)).toBe(nineteen.length)
  expect(reads(`${'오리 '.repeat(19).normalize('NFD')}백조`)).toBe('오리 '.repeat(19).normalize('NFD').length - 1)
})

test('a very long word costs no more than its first n-grams', () => {
  const { ids } = tokenize('x'.repeat(100_000))
  expect(ids.slice(width).filter(id => id > 0).length).toBeGreaterThan(1)
})
