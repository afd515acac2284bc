import type { AwardView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { client, heedError, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import { connected } from '../server/status.ts'
import { asTyped } from './hangul-keys.ts'
import { type Offer, type Outcome, outcomeOf, outcomeOfError } from './outcome.ts'

/**
 * The claim loop: a code comes in, and what it came to stands until the next. Codes are worked off one after the other, in the
 * order in which they came. While the server is away nothing is kept for later: the outcome says that it is impossible.
 * @param onDone told of every hand-over, for a way to undo it.
 */
export function useHandOver(onDone: (award: AwardView) => void) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const work = useRef<Promise<unknown>>(Promise.resolve())

  // What was not even tried is over once the server is back; what got no answer still wants one.
  useEffect(
    () =>
      connected.subscribe(() => {
        if (connected.get()) setOutcome(before => (before?.kind === 'away' && !before.retry ? null : before))
      }),
    [],
  )

  async function attempt(ask: () => Promise<Outcome>, retry: () => void): Promise<Outcome> {
    setBusy(true)
    const reached = connected.get() === false ? ({ kind: 'away', retry: null } as const) : await ask().catch(failed)
    setBusy(false)
    setOutcome(reached)
    return reached

    function failed(error: unknown): Outcome {
      heedError(error)
      const known = gameErrorOf(error)
      return known ? outcomeOfError(known) : { kind: 'away', retry }
    }
  }

  async function handOver(offer: Offer): Promise<void> {
    const ended = await attempt(
      async () => ({ kind: 'done', award: await send(offer) }),
      () => void handOver(offer),
    )
    if (ended.kind === 'done') onDone(ended.award)
    void queryClient.invalidateQueries({ queryKey: keys.staff })
  }

  async function take(text: string, atOnce: boolean): Promise<void> {
    const found = await attempt(
      async () => outcomeOf(await client.staff.awards.scan.query({ text: asTyped(text).trim() })),
      () => scan(text, atOnce),
    )
    if (atOnce && found.kind === 'offer' && found.byClaimCode && found.offers[0]) await handOver(found.offers[0])
  }

  /** @param atOnce a claim code is handed over without asking: its owner holds it out. */
  function scan(text: string, atOnce: boolean): void {
    work.current = work.current.then(() => take(text, atOnce))
  }

  return { outcome, busy, scan, handOver, clear: useCallback(() => setOutcome(null), []) }
}

function send(offer: Offer): Promise<AwardView> {
  const { nonce } = offer
  if (offer.kind === 'award') return client.staff.awards.claim.mutate({ claimCode: offer.award.claimCode, nonce })
  const { player, prize, sharedDevice } = offer
  return client.staff.awards.handOver.mutate({ playerId: player.id, prizeId: prize.id, nonce, sharedDevice })
}
