import { type GameErrorKey, isGameErrorKey, type PrizeKind, prizeChangeSchema, prizeSchema } from '@dabble/api'

/** What the form holds. */
export interface PrizeInput {
  kind: PrizeKind
  ko: string
  en: string
  stock: string
  /** A data URL, null for none, undefined for the one there is. */
  picture: string | null | undefined
  roundId: string
  /** Empty for the whole round. */
  windowId: string
  from: string
  to: string
}

/** Digits, however they were typed; not a number otherwise. */
const whole = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN)

export const newPrizeOf = ({ kind, ko, en, stock, picture, roundId, windowId, from, to }: PrizeInput) => ({
  kind,
  name: { ko, en },
  stock: whole(stock),
  picture,
  ranks: kind === 'rank' ? { roundId, windowId: windowId || null, from: whole(from), to: whole(to) } : null,
})

export const prizeChangeOf = (id: string, { ko, en, stock, picture }: PrizeInput) => ({
  id,
  name: { ko, en },
  stock: whole(stock),
  picture,
})

export type WrongField = 'name' | 'stock' | 'picture' | 'ranks'

/** The first thing that the server would refuse; null when there is nothing. `id` is null for a new prize. */
export function wrongIn(id: string | null, input: PrizeInput): { field: WrongField; key: GameErrorKey } | null {
  const { error } =
    id === null ? prizeSchema.safeParse(newPrizeOf(input)) : prizeChangeSchema.safeParse(prizeChangeOf(id, input))
  const issue = error?.issues[0]
  if (!issue) return null
  const field = issue.path[0]
  const known = field === 'stock' || field === 'picture' || field === 'ranks' ? field : 'name'
  return { field: known, key: isGameErrorKey(issue.message) ? issue.message : 'invalid-input' }
}
