import type { AwardView, PrizeView, ScanResult } from '@dabble/api'
import { expect, test } from 'vitest'
import { offerOfEnter, outcomeOf, outcomeOfError } from './outcome.ts'

const player = { id: 'p1', nickname: 'Swan', playerCode: 'K7PQ2' }
const award = (more: Partial<AwardView> = {}) =>
  ({ id: 'a1', player, claimedAt: null, undoneAt: null, ...more }) as AwardView
const prize = { id: 'pouch', kind: 'participation' } as PrizeView
const scanned = (more: Partial<Extract<ScanResult, { kind: 'player' }>>): ScanResult => ({
  kind: 'player',
  player,
  participation: null,
  refusal: null,
  waiting: [],
  ...more,
})

test('a claim code offers its award, unless it was handed over or taken back before', () => {
  expect(outcomeOf({ kind: 'award', award: award() })).toMatchObject({ kind: 'offer', offers: [{ kind: 'award' }] })
  expect(outcomeOf({ kind: 'award', award: award({ claimedAt: 1 }) }).kind).toBe('already')
  // Taken back is the stronger word: it must not be handed over, whatever happened before.
  expect(outcomeOf({ kind: 'award', award: award({ claimedAt: 1, undoneAt: 2 }) }).kind).toBe('taken-back')
})

test('a player code offers the participation prize first, then what waits', () => {
  const outcome = outcomeOf(scanned({ participation: prize, waiting: [award()] }))
  expect(outcome).toMatchObject({ kind: 'offer', offers: [{ kind: 'participation' }, { kind: 'award' }] })
  expect(offerOfEnter(outcome)).toMatchObject({ kind: 'participation', sharedDevice: false })
})

test('nothing to hand over says why', () => {
  expect(outcomeOf(scanned({ refusal: 'already-awarded' }))).toMatchObject({
    kind: 'refused',
    refusal: 'already-awarded',
  })
  const waiting = outcomeOf(scanned({ refusal: 'already-awarded', waiting: [award()] }))
  expect(waiting).toMatchObject({ kind: 'offer', refusal: 'already-awarded' })
  expect(offerOfEnter(waiting)).toMatchObject({ kind: 'award' })
})

test('Enter alone does not hand a second prize to the same device: that needs a tap that says it is shared', () => {
  const outcome = outcomeOf(scanned({ participation: prize, refusal: 'device-awarded' }))
  expect(outcome).toMatchObject({ kind: 'offer', offers: [{ sharedDevice: true }] })
  expect(offerOfEnter(outcome)).toBeNull()
})

test('each offer has a nonce of its own, and keeps it', () => {
  const outcome = outcomeOf(scanned({ participation: prize, waiting: [award(), award({ id: 'a2' })] }))
  const nonces = outcome.kind === 'offer' ? outcome.offers.map(({ nonce }) => nonce) : []
  expect(new Set(nonces).size).toBe(3)
  expect(offerOfEnter(outcome)?.nonce).toBe(offerOfEnter(outcome)?.nonce)
})

test('codes of nobody are unknown; other refusals keep their words', () => {
  expect(outcomeOfError({ key: 'code-unknown', values: {} })).toEqual({ kind: 'unknown' })
  expect(outcomeOfError({ key: 'player-unknown', values: {} })).toEqual({ kind: 'unknown' })
  expect(outcomeOfError({ key: 'prize-gone', values: {} })).toEqual({
    kind: 'error',
    error: { key: 'prize-gone', values: {} },
  })
})
