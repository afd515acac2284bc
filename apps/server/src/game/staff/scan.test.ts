import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { player } from '../../db/schema.ts'
import { leaveGame } from '../leave.ts'
import { createFixture, type Fixture, start } from '../testing/fixture.ts'
import { addPrize, claiming, give, played } from '../testing/prizes.ts'
import { claimAward, handOver } from './claim.ts'
import { undoAward } from './give.ts'
import { removePrize } from './prize.ts'
import { scan } from './scan.ts'

const playerOf = ({ db }: Fixture, code: string) => {
  const result = scan(db, code)
  if (result.kind !== 'player') throw new Error('not a player')
  return result
}

it('finds an award by its code or address, however it was typed', () => {
  const game = createFixture()
  const { id, claimCode } = give(game, addPrize(game, 'spot', 1), played(game).id)
  const dashed = `${claimCode.slice(0, 4)}-${claimCode.slice(4)}`
  for (const text of [
    claimCode,
    ` ${dashed.toLowerCase()}\n`,
    `https://booth.test/staff/claim/${claimCode}`,
    `HTTP://BOOTH.TEST/STAFF/CLAIM/${dashed}?from=phone`,
  ]) {
    expect(scan(game.db, text)).toMatchObject({ kind: 'award', award: { id } })
  }
  for (const text of ['AAAA-AAAA', 'AAAAA', 'A', '', 'https://booth.test/', '가나다라마']) {
    expect(() => scan(game.db, text)).toThrow('code-unknown')
  }
})

it('finds a player with the pouch they may have and what waits for them', () => {
  const game = createFixture()
  const [empty, pouch] = [addPrize(game, 'participation', 0), addPrize(game, 'participation', 1)]
  const kim = played(game, 'kim')
  const { id, claimCode } = give(game, addPrize(game, 'spot', 9), kim.id)
  const address = `http://booth.test/staff/player/${kim.playerCode.toLowerCase()}`
  expect(scan(game.db, address)).toMatchObject({
    kind: 'player',
    player: { id: kim.id, nickname: 'kim', playerCode: kim.playerCode },
    participation: { id: pouch, left: 1 },
    refusal: null,
    waiting: [{ id }],
  })
  claimAward(game.db, claimCode, claiming(game))
  handOver(game.db, { playerId: kim.id, prizeId: pouch, sharedDevice: false }, claiming(game))
  expect(playerOf(game, kim.playerCode)).toMatchObject({ participation: null, refusal: 'already-awarded', waiting: [] })
  expect(empty).not.toBe(pouch)
})

it('says why somebody gets no pouch', () => {
  const game = createFixture()
  const kim = played(game, 'kim', 'tablet')
  expect(playerOf(game, kim.playerCode).refusal).toBe('no-prize')
  const pouch = addPrize(game, 'participation', 1)
  expect(playerOf(game, game.join().playerCode).refusal).toBe('not-played')
  const given = give(game, pouch, kim.id)
  const lee = played(game, 'lee', 'tablet')
  expect(playerOf(game, lee.playerCode)).toMatchObject({ participation: null, refusal: 'prize-gone' })
  const sticker = addPrize(game, 'participation', 5)
  expect(playerOf(game, lee.playerCode)).toMatchObject({ participation: { id: sticker }, refusal: 'device-awarded' })
  undoAward(game.db, { id: given.id, reason: 'x' }, 'staff', start)
  expect(playerOf(game, lee.playerCode)).toMatchObject({ participation: { id: pouch }, refusal: null })
  removePrize(game.db, { id: pouch, removed: true }, 'owner', start)
  expect(playerOf(game, lee.playerCode).participation?.id).toBe(sticker)
})

it('offers nothing to a ghost or a disqualified player, and does not know whoever has left', () => {
  const game = createFixture()
  addPrize(game, 'participation', 9)
  const kim = played(game)
  give(game, addPrize(game, 'spot', 9), kim.id)
  for (const values of [{ ghost: true }, { ghost: false, disqualifiedAt: start }]) {
    game.db.update(player).set(values).where(eq(player.id, kim.id)).run()
    expect(playerOf(game, kim.playerCode)).toMatchObject({ participation: null, refusal: 'not-eligible', waiting: [] })
  }
  leaveGame(game.db, kim.id, start)
  expect(() => scan(game.db, kim.playerCode)).toThrow('player-unknown')
})
