import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixturesDir } from '../../../test/support/fixtures.ts'
import { createClipTokenizer } from './clip.ts'

const { tokenize, key, reads } = createClipTokenizer(join(fixturesDir, 'clip-tokenizer'))
/** What makes trouble, and a last token somebody typed. */
const trouble = [
  'a',
  'DUCK',
  'duck ',
  ' ',
  '\n',
  '\u0085',
  '오리',
  '\u1100\u1161',
  'e\u0301',
  '\u0301',
  '_',
  '9',
  '!!!',
  "'s",
  '<|endoftext|>',
  '<|',
  '鸭',
  '\u200d',
  '🦆',
  '👩‍👩‍👧',
  '\ud800',
  'İ',
  'Σ',
  '\ufeff',
  '\0',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...trouble), { maxLength: 120 }).map(parts => parts.join('')),
)

test('the model is fed 77 ids of its vocabulary: the first token, the text, the last token, padding', () => {
  fc.assert(
    fc.property(anyText, text => {
      const ids = [...tokenize(text).ids]
      expect(ids).toHaveLength(77)
      expect(ids[0]).toBe(49406)
      expect(ids[76]).toBe(49407)
      expect(ids.every(id => id >= 0 && id < 49408)).toBe(true)
    }),
  )
})

test('keys are equal exactly when token ids are', () => {
  const variant = (text: string) =>
    fc.constantFrom(text, text.toUpperCase(), text.normalize('NFD'), ` ${text}\t`, `${text}x`, text.replaceAll(' ', ''))
  const twoTexts = anyText.chain(text => fc.tuple(fc.constant(text), fc.oneof(variant(text), anyText)))
  fc.assert(
    fc.property(twoTexts, ([a, b]) => {
      expect(key(a) === key(b)).toBe(String(tokenize(a).ids) === String(tokenize(b).ids))
    }),
  )
})

test('reading stops at a grapheme’s border; what stands before it is all there is, and a grapheme less is less', () => {
  const long = fc.array(fc.constantFrom(...trouble), { minLength: 60, maxLength: 250 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(anyText, long), text => {
      const stops = reads(text)
      const borders = [0, ...Array.from(new Intl.Segmenter().segment(text), s => s.index + s.segment.length)]
      expect(borders).toContain(stops)
      expect(key(text.slice(0, stops))).toBe(key(text))
      if (stops === text.length) return
      const before = borders[borders.indexOf(stops) - 1] as number
      expect(key(text.slice(0, before))).not.toBe(key(text))
    }),
  )
})

test('a short prompt is read whole, with all that surrounds it', () => {
  for (const text of ['', ' a duck on a lake \n', '오리!']) expect(reads(text)).toBe(text.length)
  expect(reads('duck '.repeat(75))).toBe(375)
})

test('reading stops behind the seventy-fifth token, in a script without spaces within the word', () => {
  expect(reads('duck '.repeat(76))).toBe(374)
  const ducks = '鸭子在湖上游泳'.repeat(20)
  const stops = reads(ducks)
  expect(stops).toBeGreaterThan(20)
  expect(stops).toBeLessThan(75)
  expect(reads(ducks.slice(0, stops + 1))).toBeLessThanOrEqual(stops + 1)
})

test('a prompt of ten thousand letters is told from another at its beginning only', () => {
  const letters = 'x'.repeat(10_000)
  expect(key(letters)).toBe(key(`${letters}y`))
  expect(reads(letters)).toBeLessThan(1000)
})
