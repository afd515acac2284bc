import type { Millis, RoundView } from '@dabble/api'

/** What a player can do in a round now: look forward to it, play, or look back. */
export type Phase = 'none' | 'before' | 'open' | 'over'

/** The server has the last word: an entry may still be refused. */
export function phaseOf(round: RoundView | null | undefined, now: Millis): Phase {
  if (!round) return 'none'
  if (round.state === 'draft') return 'before'
  if (round.state !== 'open') return 'over'
  if (round.window && now < round.window.opensAt) return 'before'
  if (round.window && now >= round.window.closesAt) return 'over'
  return 'open'
}
