import { z } from 'zod'
import { limits } from './limits.ts'
import { cleanText, countCodePoints, countGraphemes } from './text.ts'

/** Messages of these schemas are translation keys: clients show `error.<key>`. */
const within = (count: (text: string) => number, { min, max }: { min: number; max: number }, name: string) =>
  z
    .string()
    .max(limits.rawText, `${name}-too-long`)
    .transform(cleanText)
    .refine(text => count(text) >= min, `${name}-empty`)
    .refine(text => count(text) <= max, `${name}-too-long`)

export const languageSchema = z.enum(['ko', 'en'])
export type Language = z.infer<typeof languageSchema>

export const nicknameSchema = within(countGraphemes, limits.nickname, 'nickname')
export const promptSchema = within(countCodePoints, limits.prompt, 'prompt')

/** Entry ids are made by the phone, so that a lost answer can be asked for again. */
export const entryIdSchema = z.string().regex(/^[\w-]{21}$/, 'invalid-input')

/** Secret, for continuing on another device: three groups of four, without look-alikes (no 0, 1, I, L, O, U). */
export const recoveryCodeSchema = z
  .string()
  .max(limits.rawText, 'recovery-code-unknown')
  .transform(code => code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .refine(code => /^[2-9A-HJKMNP-TV-Z]{12}$/.test(code), 'recovery-code-unknown')

export const captchaSolutionSchema = z.string().max(limits.captchaSolution, 'captcha-invalid').nullish()

export const joinSchema = z.object({
  nickname: nicknameSchema,
  language: languageSchema,
  consent: z.literal(true, 'consent-needed'),
})

export const createEntrySchema = z.object({
  id: entryIdSchema,
  roundId: z.string().max(64),
  prompt: promptSchema,
  captcha: captchaSolutionSchema,
})
