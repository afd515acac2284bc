import { z } from 'zod'
import type { Language } from '../schemas.ts'
import { cleanText } from '../text.ts'
import type { Millis, PictureRef } from '../views.ts'
import { idSchema, nonceSchema, pictureHashSchema, reasonSchema } from './crew.ts'

/** participation: one a person. rank: for the best of a round. spot: on the spot, by staff. draw: by lot. */
export type PrizeKind = 'participation' | 'rank' | 'spot' | 'draw'

export interface PrizeView {
  id: string
  kind: PrizeKind
  name: Record<Language, string>
  picture: PictureRef | null
  stock: number
  /** Awards that stand, handed over or not. */
  given: number
  claimed: number
  left: number
  /** Rank prizes only. */
  ranks: { roundId: string; windowId: string | null; from: number; to: number } | null
  /** Digital codes that are left. */
  codes: number
  removed: boolean
}

/** An award as staff see it. */
export interface AwardView {
  id: string
  prizeId: string
  prizeName: Record<Language, string>
  prizePicture: PictureRef | null
  kind: PrizeKind
  player: { id: string; nickname: string; playerCode: string }
  /** The picture it was given for; null when there is none, or it is hidden. */
  picture: PictureRef | null
  rank: number | null
  reason: string
  claimCode: string
  at: Millis
  /** Names of the crew. */
  by: string
  claimedAt: Millis | null
  claimedBy: string | null
  undoneAt: Millis | null
  undoneBy: string | null
  absent: boolean
  contact: string | null
  hasCode: boolean
}

/** An award as its winner's phone sees it. */
export interface OwnAwardView {
  id: string
  kind: PrizeKind
  prizeName: Record<Language, string>
  prizePicture: PictureRef | null
  rank: number | null
  reason: string
  at: Millis
  claimCode: string
  /** What the QR code on the phone opens on a staff device. */
  claimUrl: string
  claimedAt: Millis | null
  /** What the winner left for the crew; null for nothing. */
  contact: string | null
  /** Handed over as a code; null until then. */
  digitalCode: string | null
}

/** What the big screen announces. */
export interface Announcement {
  id: string
  kind: PrizeKind
  nickname: string
  playerCode: string
  prizeName: Record<Language, string>
  prizePicture: PictureRef | null
  picture: PictureRef | null
  reason: string
  at: Millis
}

/** What a scanned or typed code turned out to be, ready for one more tap. */
export type ScanResult =
  | { kind: 'award'; award: AwardView }
  | {
      kind: 'player'
      player: { id: string; nickname: string; playerCode: string }
      /** The participation prize this player may have now; null with the reason why not. */
      participation: PrizeView | null
      /** `device-awarded` comes with the prize: it may be handed over where staff say that the device is shared. */
      refusal: 'no-prize' | 'prize-gone' | 'already-awarded' | 'device-awarded' | 'not-eligible' | 'not-played' | null
      /** What waits to be handed over. */
      waiting: AwardView[]
    }

/** Who can be drawn. */
export interface DrawPool {
  eligible: number
  /** Called and not there. */
  absent: number
}

/** A standing that a rank prize is for. */
export interface RankProposal {
  prize: PrizeView
  rank: number
  player: { id: string; nickname: string; playerCode: string }
  picture: PictureRef | null
  scoreShown: string
  /** Already given. */
  award: AwardView | null
}

export const prizeKindSchema = z.enum(['participation', 'rank', 'spot', 'draw'])

/** A text in both languages; the other is taken where one is empty. */
export const bothLanguagesSchema = z
  .object({ ko: z.string().max(400), en: z.string().max(400) })
  .transform(({ ko, en }) => ({ ko: cleanText(ko), en: cleanText(en) }))
  .transform(({ ko, en }) => ({ ko: ko || en, en: en || ko }))
  .refine(({ ko, en }) => ko.length > 0 && ko.length <= 80 && en.length <= 80, 'name-shape')

/** A picture file as a data URL; PNG, JPEG or WebP up to five megabytes. */
export const uploadSchema = z
  .string()
  .max(7_000_000, 'upload-too-big')
  .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/, 'upload-unreadable')

export const prizeSchema = z.object({
  kind: prizeKindSchema,
  name: bothLanguagesSchema,
  stock: z.int().min(0).max(100_000),
  picture: uploadSchema.nullish(),
  ranks: z
    .object({ roundId: idSchema, windowId: idSchema.nullable(), from: z.int().min(1), to: z.int().min(1).max(500) })
    .refine(({ from, to }) => from <= to, 'invalid-input')
    .nullish(),
})

/** Kind and ranks stay what they were. */
export const prizeChangeSchema = z.object({
  id: idSchema,
  name: bothLanguagesSchema.optional(),
  stock: z.int().min(0).max(100_000).optional(),
  picture: uploadSchema.nullish(),
})

export const prizeCodesSchema = z.object({
  prizeId: idSchema,
  codes: z.array(z.string().trim().min(1).max(200)).min(1).max(2_000),
})

export const giveSchema = z.object({
  nonce: nonceSchema,
  prizeId: idSchema,
  playerId: idSchema,
  reason: reasonSchema,
  pictureHash: pictureHashSchema.nullish(),
  /** The prize rank, for rank prizes. */
  rank: z.int().min(1).nullish(),
  announce: z.boolean().default(false),
  /** Also to somebody whose device had one: a shared tablet. */
  sharedDevice: z.boolean().default(false),
})

export const drawSchema = z.object({ nonce: nonceSchema, prizeId: idSchema, windowId: idSchema.nullable() })

export const contactSchema = z
  .string()
  .max(400, 'contact-shape')
  .transform(cleanText)
  .refine(contact => contact.length >= 3 && contact.length <= 120, 'contact-shape')
