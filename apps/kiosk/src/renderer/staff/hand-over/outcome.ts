import { type AwardView, type GameErrorShape, newNonce, type PrizeView, type ScanResult } from '@dabble/api'

export type Winner = AwardView['player']

/** Something that one tap hands over. Its nonce is made with it: however often it is sent, it happens once. */
export type Offer =
  | { kind: 'award'; nonce: string; award: AwardView }
  | { kind: 'participation'; nonce: string; player: Winner; prize: PrizeView; sharedDevice: boolean }

export type Refusal = NonNullable<Extract<ScanResult, { kind: 'player' }>['refusal']>

/** What a code came to, as the card shows it. */
export type Outcome =
  /** `refusal` says why there is no participation prize beside what is offered, if there is none. */
  | { kind: 'offer'; player: Winner; offers: Offer[]; refusal: Refusal | null; byClaimCode: boolean }
  | { kind: 'done'; award: AwardView }
  | { kind: 'already'; award: AwardView }
  | { kind: 'taken-back'; award: AwardView }
  | { kind: 'refused'; player: Winner; refusal: Refusal }
  | { kind: 'unknown' }
  /** The server does not answer; null when nothing was asked of it. */
  | { kind: 'away'; retry: (() => void) | null }
  | { kind: 'error'; error: GameErrorShape }

export function outcomeOf(result: ScanResult): Outcome {
  if (result.kind === 'award') {
    const { award } = result
    if (award.undoneAt !== null) return { kind: 'taken-back', award }
    if (award.claimedAt !== null) return { kind: 'already', award }
    return { kind: 'offer', player: award.player, offers: [offerOf(award)], refusal: null, byClaimCode: true }
  }
  const { player, participation, refusal, waiting } = result
  const offers = waiting.map(offerOf)
  if (participation) {
    const sharedDevice = refusal === 'device-awarded'
    offers.unshift({ kind: 'participation', nonce: newNonce(), player, prize: participation, sharedDevice })
  }
  if (offers.length > 0) return { kind: 'offer', player, offers, refusal, byClaimCode: false }
  return { kind: 'refused', player, refusal: refusal ?? 'not-eligible' }
}

/** What to show of a code that the server refused. */
export function outcomeOfError(error: GameErrorShape): Outcome {
  return error.key === 'code-unknown' || error.key === 'player-unknown' ? { kind: 'unknown' } : { kind: 'error', error }
}

/** What Enter hands over: nothing that needs a second thought. */
export function offerOfEnter(outcome: Outcome | null): Offer | null {
  if (outcome?.kind !== 'offer') return null
  const [first] = outcome.offers
  return first && !(first.kind === 'participation' && first.sharedDevice) ? first : null
}

const offerOf = (award: AwardView): Offer => ({ kind: 'award', nonce: newNonce(), award })
