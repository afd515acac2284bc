import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import { nicknameSchema, promptSchema } from './schemas.ts'
import { cleanText, countCodePoints, countGraphemes } from './text.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\n',
      '가',
      '\u1100',
      '\u1161',
      '\u0301',
      '\u0323',
      '\ufe0f',
      '\u200d',
      '\u202e',
      '👩',
      '\ud83d',
    ),
    maxLength: 40,
  }),
)

describe('cleaning', () => {
  it.each([
    ['  a \t\n duck  ', 'a duck'],
    ['d\u200bu\u2060c\ufeffk', 'duck'],
    ['\u202egnikcuD', 'gnikcuD'],
    ['오리', '오리'],
    ['a\u0000\u0007b', 'ab'],
    ['a\ud83d', 'a'],
    ['\u3164\u115f\uffa0', ''],
    ['\ufe0f', ''],
    ['❤\ufe0f', '❤\ufe0f'],
    ['a \ufe0f b', 'a b'],
    ['a\u3000b', 'a b'],
    ['a \u200b b', 'a b'],
    [`z${'\u0335'.repeat(50)}`, `z${'\u0335'.repeat(4)}`],
    ['👩\u200d🚀', '👩🚀'],
  ])('makes %j into %j', (raw, clean) => expect(cleanText(raw)).toBe(clean))

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
      { numRuns: 3_000 },
    )
  })

  it('leaves composed text of visible characters and single spaces', () => {
    fc.assert(
      fc.property(anyText, text => {
        const clean = cleanText(text)
        expect(clean).toBe(clean.normalize('NFC').trim())
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]|\s\s|[^\S ]|\p{M}{5}/u)
        expect(clean).not.toMatch(/^[\ufe00-\ufe0f]/)
      }),
      { numRuns: 3_000 },
    )
  })

  it('does not care how a phone composes', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(cleanText(text.normalize('NFD'))).toBe(cleanText(text.normalize('NFC')))
      }),
    )
  })
})

describe('what players type', () => {
  const message = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message

  it('is counted as people count', () => {
    expect(countGraphemes('👩🏽é각')).toBe(3)
    expect(countCodePoints('👩🏽')).toBe(2)
  })

  it.each([
    [nicknameSchema, '가'.repeat(limits.nickname.max), undefined],
    [nicknameSchema, '가'.normalize('NFD').repeat(limits.nickname.max), undefined],
    [nicknameSchema, '가'.repeat(limits.nickname.max + 1), 'nickname-too-long'],
    [nicknameSchema, ' \u200b ', 'nickname-empty'],
    [promptSchema, '🦆'.repeat(limits.prompt.max), undefined],
    [promptSchema, '🦆'.repeat(limits.prompt.max + 1), 'prompt-too-long'],
    [promptSchema, `${' '.repeat(300)}duck`, undefined],
    [promptSchema, ' '.repeat(limits.rawText + 1), 'prompt-too-long'],
    [promptSchema, '\u2800', 'prompt-empty'],
  ])('fits or is refused in words', (schema, text, expected) => expect(message(schema.safeParse(text))).toBe(expected))

  it('is accepted cleaned, within its limits, or refused with a key', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 2_500 })), text => {
        for (const [schema, count, { min, max }] of [
          [nicknameSchema, countGraphemes, limits.nickname],
          [promptSchema, countCodePoints, limits.prompt],
        ] as const) {
          const result = schema.safeParse(text)
          if (!result.success) {
            expect(message(result)).toMatch(/^(nickname|prompt)-(empty|too-long)$/)
            continue
          }
          expect(result.data).toBe(cleanText(text))
          expect(count(result.data)).toBeGreaterThanOrEqual(min)
          expect(count(result.data)).toBeLessThanOrEqual(max)
        }
      }),
    )
  })
})
