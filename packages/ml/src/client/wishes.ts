import type { InferenceRefused } from './errors.ts'

/** What is asked for beyond a prompt. A foreign server may ignore or refuse any of it. */
export type Wish = 'seed' | 'stream' | 'partial_images' | 'output_format' | 'response_format'

/** `response_format` only foreign servers need: without it some answer an address instead of a picture. */
export const ourWishes: readonly Wish[] = ['seed', 'stream', 'partial_images', 'output_format']
export const foreignWishes: readonly Wish[] = [...ourWishes, 'response_format']

export const withoutStream = (wishes: readonly Wish[]): readonly Wish[] =>
  wishes.filter(wish => wish !== 'stream' && wish !== 'partial_images')

const dislikes =
  /unknown|unsupported|unrecogni[sz]ed|unexpected|invalid|extra|not (supported|allowed|permitted|support)/i

/**
 * What to ask for after a refusal (400 or 422): everything but what it names, or else nothing beyond the prompt. Null when there
 * is nothing left to leave out, or the refusal is about something else.
 */
export function fewerWishes(wishes: readonly Wish[], refusal: InferenceRefused): readonly Wish[] | null {
  if ((refusal.status !== 400 && refusal.status !== 422) || wishes.length === 0) return null
  const named = wishes.filter(
    wish =>
      refusal.param === wish || (dislikes.test(refusal.message) && new RegExp(`\\b${wish}\\b`).test(refusal.message)),
  )
  if (named.length === 0) return []
  const rest = wishes.filter(wish => !named.includes(wish))
  return named.includes('stream') ? withoutStream(rest) : rest
}
