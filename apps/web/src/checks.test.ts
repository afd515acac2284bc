import { nicknameSchema, promptSchema, recoveryCodeSchema } from '@dabble/api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksLikeRecoveryCode, nicknameProblem, promptProblem } from './checks.ts'

const verdict = (schema: typeof promptSchema | typeof nicknameSchema, raw: string) =>
  schema.safeParse(raw).error?.issues[0]?.message ?? null

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 260 }),
  fc.string({ unit: 'binary', maxLength: 260 }),
  fc.constantFrom(
    '',
    '   ',
    '\u200b',
    '오리',
    '👨‍👩‍👧‍👦'.repeat(20),
    '👨‍👩‍👧‍👦'.repeat(21),
    '백조'.repeat(100),
    `${'백조'.repeat(100)}!`,
  ),
  fc.nat({ max: 2_100 }).map(n => ' a'.repeat(n)),
)

test('prompts and nicknames are judged as the server judges them', () => {
  fc.assert(
    fc.property(texts, raw => {
      expect(promptProblem(raw)?.key ?? null).toBe(verdict(promptSchema, raw))
      expect(nicknameProblem(raw)?.key ?? null).toBe(verdict(nicknameSchema, raw))
    }),
  )
})

test('recovery codes are recognised as the server recognises them', () => {
  const codes = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ0OILU-'), minLength: 11, maxLength: 15 }),
    fc.constantFrom('A2B3-C4D5-E6F7', 'a2b3 c4d5 e6f7', 'A2B3C4D5E6F', ''),
  )
  fc.assert(
    fc.property(codes, raw => {
      expect(looksLikeRecoveryCode(raw)).toBe(recoveryCodeSchema.safeParse(raw).success)
    }),
  )
})
