import { expect, it } from 'vitest'
import { brokenInvariants } from '../../verify/invariants.ts'
import { actorOf } from '../testing/crew.ts'
import { createFixture, start } from '../testing/fixture.ts'
import { addPrize, claiming, drawing, give, giving, played } from '../testing/prizes.ts'
import { race } from '../testing/race.ts'
import type { Call } from '../testing/racer.ts'

const call = (file: string, name: string, ...args: unknown[]): Call => ({
  module: new URL(file, import.meta.url).href,
  name,
  args,
})

/** Refusals that somebody who comes too late may get; anything else, and above all `internal`, is a fault. */
const late = [
  ...['award-undone', 'award-claimed', 'award-not-claimed', 'already-awarded', 'not-eligible', 'not-joined'],
  ...['player-unknown', 'nobody-eligible', 'prize-gone', 'device-awarded'],
]

it('keeps stock, claims and log right while winners leave, are disqualified and erased under everybody’s hands', async () => {
  const game = createFixture()
  const by = await actorOf(game)
  const [pouch, spot, lot] = [
    addPrize(game, 'participation', 12),
    addPrize(game, 'spot', 12),
    addPrize(game, 'draw', 8),
  ]
  const players = Array.from({ length: 16 }, () => played(game))
  const given = players.slice(0, 12).map(({ id }) => give(game, spot, id))
  const reason = 'x'
  const perPlayer = players.flatMap(({ id }, i): Call[] => {
    const mine = given[i]
    return [
      call('claim.ts', 'handOver', { playerId: id, prizeId: pouch, sharedDevice: false }, claiming(game)),
      call('give.ts', 'giveAward', giving(spot, id), by.id, start),
      ...(mine ? [call('claim.ts', 'claimAward', mine.claimCode, claiming(game))] : []),
      ...(mine ? [call('give.ts', 'undoAward', { id: mine.id, reason }, by.id, start)] : []),
      ...(mine ? [call('claim.ts', 'unclaimAward', { id: mine.id, reason }, by.id, start)] : []),
      call('draw.ts', 'drawAward', lot, drawing(game)),
      ...(i % 3 === 0 ? [call('../leave.ts', 'leaveGame', id, start)] : []),
      ...(i % 3 === 1 ? [call('player-deeds.ts', 'disqualify', { id, on: true, reason }, by, start)] : []),
      ...(i % 3 === 1 ? [call('player-deeds.ts', 'disqualify', { id, on: false, reason }, by, start)] : []),
      ...(i % 3 === 2 ? [call('player-deeds.ts', 'erasePlayer', { id, reason }, by, start)] : []),
    ]
  })
  // Each thread does everything once, from another place on.
  const turned = (by: number) => [...perPlayer.slice(by), ...perPlayer.slice(0, by)]
  const threads = [0, 1, 2, 3].map(i => ({ file: game.file, calls: turned(i * 7) }))
  const results = (await race(threads)).flat()
  const refusals = new Set(results.filter(result => typeof result === 'string'))
  for (const refusal of refusals) expect(late).toContain(refusal)
  expect(results.length).toBe(4 * perPlayer.length)
  expect(results.filter(result => typeof result === 'object').length).toBeGreaterThan(players.length)
  expect(brokenInvariants(game.db)).toEqual([])
})
