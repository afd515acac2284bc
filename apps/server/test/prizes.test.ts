import { expect, it } from 'vitest'
import { prizeRaceKinds } from './prize-race-kinds.ts'
import { racePrizes } from './prize-races.ts'

it('gives and hands over everything once when two kiosks reach for it at the same moment', async () => {
  const perKind = 8
  expect(await racePrizes({ perKind })).toMatchObject({
    races: perKind * Object.keys(prizeRaceKinds).length,
    oversold: 0,
    double_awards: 0,
    double_claims: 0,
    both_agreed: 0,
    unwon: 0,
  })
}, 120_000)
