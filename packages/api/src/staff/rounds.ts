import { z } from 'zod'
import type { Language } from '../schemas.ts'
import { languageSchema } from '../schemas.ts'
import { cleanText } from '../text.ts'
import type { CaptchaPolicy, Millis, PictureRef, RoundState } from '../views.ts'
import { idSchema } from './crew.ts'
import { bothLanguagesSchema, uploadSchema } from './prizes.ts'

export interface WindowView {
  id: string
  name: string
  opensAt: Millis
  closesAt: Millis
}

export interface RoundAdminView {
  id: string
  title: Record<Language, string>
  state: RoundState
  target: PictureRef
  /** False: uploaded, so a small bundle may never come near it. */
  targetDrawn: boolean
  windows: WindowView[]
  frozenAt: Millis | null
  /** Entries that still wait for their picture: final only at 0. */
  unfinished: number
  /** Pictures that were given up and can be tried again. */
  failed: number
  entries: number
  players: number
  revision: number
  /** Published, and players who were disqualified, restored or left since would change it: a revision is due. */
  outdated: boolean
  revisions: { revision: number; publishedAt: Millis; by: string; reason: string }[]
  createdAt: Millis
}

export interface SettingsView {
  contest: {
    name: string
    languages: Language[]
    screenLanguages: Language[] | null
    timeZone: string
    decimals: number
    autoLockMs: Millis
    /** Only its origin for whoever is not an owner: the rest is a password. */
    webhookUrl: string | null
  }
  /** Of the current round; null before there is one. */
  round: {
    id: string
    minGapMs: Millis
    burst: number
    burstWindowMs: Millis
    captcha: CaptchaPolicy
    screening: boolean
  } | null
}

const timeSchema = z.int().min(0)

export const windowsSchema = z
  .array(
    z
      .object({
        /** Of a window that is there already; new ones have none. */
        id: idSchema.optional(),
        name: z.string().max(80).transform(cleanText),
        opensAt: timeSchema,
        closesAt: timeSchema,
      })
      .refine(({ opensAt, closesAt }) => opensAt < closesAt, 'window-order'),
  )
  .max(20)
  // The second of two with one id would be written over the first, past what is asked of windows that have begun.
  .refine(windows => {
    const ids = windows.flatMap(({ id }) => id ?? [])
    return new Set(ids).size === ids.length
  }, 'invalid-input')
  .refine(
    windows =>
      windows
        .toSorted((a, b) => a.opensAt - b.opensAt)
        .every((window, i, all) => i === 0 || (all[i - 1]?.closesAt ?? 0) <= window.opensAt),
    'window-overlap',
  )

export const newRoundSchema = z.object({
  title: bothLanguagesSchema,
  target: z.union([
    z.object({ upload: uploadSchema }),
    /** Null: a prompt picked at random. */
    z.object({ draw: z.string().max(400).transform(cleanText).nullable() }),
  ]),
  windows: windowsSchema,
})

export const roundStepSchema = z.enum(['open', 'freeze', 'unfreeze', 'close', 'finalise', 'reveal', 'revise'])
export type RoundStep = z.infer<typeof roundStepSchema>

/** Each part may be given alone; all of them hold from the next request on. */
export const settingsSchema = z.object({
  contest: z
    .object({
      name: z
        .string()
        .max(200)
        .transform(cleanText)
        .refine(name => name.length >= 1 && name.length <= 60, 'name-shape'),
      screenLanguages: z.array(languageSchema).min(1).nullable(),
      timeZone: z.string().refine(isTimeZone, 'time-zone-unknown'),
      decimals: z.int().min(0).max(4),
      autoLockMs: z.int().min(30_000).max(3_600_000),
      webhookUrl: z.string().max(500).refine(isWebhook, 'webhook-url').nullable(),
    })
    .partial()
    .optional(),
  round: z
    .object({
      id: idSchema,
      minGapMs: z.int().min(0).max(600_000),
      burst: z.int().min(1).max(1_000),
      burstWindowMs: z.int().min(1_000).max(3_600_000),
      captcha: z.enum(['every', 'cadence', 'off']),
      screening: z.boolean(),
    })
    .partial()
    .required({ id: true })
    .optional(),
})

/** Not with a name and password before the host: such an address cannot be fetched, and no alert would ever arrive. */
function isWebhook(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return /^https?:$/.test(protocol) && !username && !password
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
