import type { OwnAwardView } from '@dabble/api'
import { isText, stored } from '../storage/stored.ts'

/** What this phone has shown already: awards, and codes that came with them. */
export const seenAwards = stored(
  'awards-seen',
  (value): value is string[] => Array.isArray(value) && value.every(isText),
)

/** A digital code that comes later is news of its own. */
const newsOf = ({ id, digitalCode }: OwnAwardView): string => (digitalCode === null ? id : `${id} code`)

export const toPickUp = (awards: readonly OwnAwardView[]): number =>
  awards.filter(({ claimedAt }) => claimedAt === null).length

/** The oldest that this phone has not shown: to be picked up, or with a code; null for none. What was put into a hand is no news. */
export function freshAward(awards: readonly OwnAwardView[], seen: readonly string[]): OwnAwardView | null {
  const news = awards.filter(award => award.claimedAt === null || award.digitalCode !== null)
  return news.filter(award => !seen.includes(newsOf(award))).sort((a, b) => a.at - b.at)[0] ?? null
}

/** Remembers awards as shown, as they are now. */
export function markSeen(award: OwnAwardView, seen: readonly string[]): string[] {
  return [...new Set([...seen, newsOf(award)])]
}
