import { type AwardView, newNonce } from '@dabble/api'
import type { TestStaff } from './harness.ts'

/** Two requests that are sent at the same moment, of which one must be agreed to and the other refused. */
export interface PrizeRace {
  ask: [Ask, Ask]
  /** What the slower one may be told. */
  refusals: string[]
}

type Ask = (kiosk: TestStaff) => Promise<AwardView>

/** Who takes part; those in the lists have played and won nothing, and each is used once. */
export interface PrizeRaceParts {
  /** Adds what is raced for. */
  owner: TestStaff
  /** Gives what is claimed afterwards. */
  giver: TestStaff
  roundId: string
  /** Holds the first prize rank. */
  first: string
  /** Two who win spot prizes again and again. */
  regulars: [string, string]
  fresh: string[]
}

type MakeRace = (parts: PrizeRaceParts) => Promise<PrizeRace>

const name = { ko: '경품', en: 'Prize' }
const ref = () => ({ nonce: newNonce() })
const both = (ask: Ask): [Ask, Ask] => [ask, ask]

const stock = async (
  { owner, roundId }: PrizeRaceParts,
  kind: 'participation' | 'rank' | 'spot' | 'draw',
  stock = 1,
) => {
  const ranks = kind === 'rank' ? { roundId, windowId: null, from: 1, to: 1 } : null
  return (await owner.client.staff.prizes.create.mutate({ kind, name, stock, ranks })).id
}
const giveTo = (prizeId: string, playerId: string) => (kiosk: TestStaff) =>
  kiosk.client.staff.awards.give.mutate({ ...ref(), prizeId, playerId, reason: 'race' })

export const prizeRaceKinds: Record<string, MakeRace> = {
  async 'the last one for two players'(parts) {
    const prize = await stock(parts, 'spot')
    const [kim, lee] = parts.regulars
    return { ask: [giveTo(prize, kim), giveTo(prize, lee)], refusals: ['prize-gone'] }
  },
  async 'one player at both kiosks'(parts) {
    const prize = await stock(parts, 'spot', 9)
    return { ask: both(giveTo(prize, parts.regulars[0])), refusals: ['already-awarded'] }
  },
  async 'one claim code at both'(parts) {
    const { claimCode } = await giveTo(await stock(parts, 'spot'), parts.regulars[0])(parts.giver)
    return {
      ask: both(kiosk => kiosk.client.staff.awards.claim.mutate({ ...ref(), claimCode })),
      refusals: ['award-claimed'],
    }
  },
  async 'the last digital code'(parts) {
    const prize = await stock(parts, 'spot', 2)
    await parts.owner.client.staff.prizes.addCodes.mutate({ prizeId: prize, codes: ['COFFEE'] })
    const [kim, lee] = [
      await giveTo(prize, parts.regulars[0])(parts.giver),
      await giveTo(prize, parts.regulars[1])(parts.giver),
    ]
    const send = (id: string) => (kiosk: TestStaff) => kiosk.client.staff.awards.sendCode.mutate({ ...ref(), id })
    return { ask: [send(kim.id), send(lee.id)], refusals: ['no-codes'] }
  },
  async 'the prize of the first rank'(parts) {
    const prize = await stock(parts, 'rank', 9)
    return { ask: both(giveTo(prize, parts.first)), refusals: ['rank-awarded', 'already-awarded'] }
  },
  async 'one player’s pouch at both'(parts) {
    const prizeId = await stock(parts, 'participation', 9)
    const playerId = parts.fresh.pop() as string
    return {
      ask: both(kiosk => kiosk.client.staff.awards.handOver.mutate({ ...ref(), prizeId, playerId })),
      refusals: ['already-awarded'],
    }
  },
  async 'the last one drawn at both'(parts) {
    const prizeId = await stock(parts, 'draw')
    return {
      ask: both(kiosk => kiosk.client.staff.awards.draw.mutate({ ...ref(), prizeId, windowId: null })),
      refusals: ['prize-gone'],
    }
  },
}
