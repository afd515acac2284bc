import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { player, round } from '../../db/schema.ts'
import { windowsOf } from '../round.ts'
import { createFixture, type Fixture, hashOf, start } from '../testing/fixture.ts'
import { addPrize, give, play, played } from '../testing/prizes.ts'
import { undoAward } from './give.ts'
import { rankProposals } from './rank-prizes.ts'

const finalise = ({ db, round: { id } }: Fixture) =>
  db.update(round).set({ state: 'final' }).where(eq(round.id, id)).run()

const proposed = ({ db, round: { id } }: Fixture) =>
  rankProposals(db, id).map(({ rank, player, award }) => [rank, player.nickname, award !== null])

/** Players best first, each with a picture of their own. */
function contest(game: Fixture, nicknames: string[]) {
  return nicknames.map((nickname, i) => {
    const player = game.join(nickname)
    play(game, player, 0.9 - i / 10)
    return player
  })
}

const ranks = ({ round }: Fixture, from: number, to: number, windowId: string | null = null) => ({
  roundId: round.id,
  windowId,
  from,
  to,
})

it('is for the prize ranks of a final round: a copied picture is its finder’s', () => {
  const game = createFixture()
  const ghost = game.join('ceo')
  play(game, ghost, 0.99)
  game.db.update(player).set({ ghost: true }).where(eq(player.id, ghost.id)).run()
  const kim = game.join('kim')
  game.enter(kim, 'the best prompt')
  game.draw(0.95)
  game.enter(game.join('copycat'), 'the best prompt')
  const [lee, choi] = contest(game, ['lee', 'choi'])
  const prize = addPrize(game, 'rank', 2, ranks(game, 1, 2))
  expect(() => rankProposals(game.db, game.round.id)).toThrow('round-state')
  expect(() => give(game, prize, kim.id)).toThrow('round-state')
  expect(() => rankProposals(game.db, 'no such')).toThrow('round-unknown')
  finalise(game)
  expect(proposed(game)).toEqual([
    [1, 'kim', false],
    [2, 'lee', false],
  ])
  expect(() => give(game, prize, choi?.id as string)).toThrow('not-eligible')
  expect(() => give(game, prize, kim.id, { rank: 2 })).toThrow('not-eligible')
  expect(give(game, prize, kim.id, { rank: 1 })).toMatchObject({ rank: 1, pictureHash: hashOf(2), announcedAt: null })
  expect(give(game, prize, lee?.id as string, { announce: true })).toMatchObject({ rank: 2, announcedAt: null })
  expect(proposed(game)).toEqual([
    [1, 'kim', true],
    [2, 'lee', true],
  ])
})

it('gives the prize of a rank once, also when its holder changes', () => {
  const game = createFixture()
  const [kim, lee] = contest(game, ['kim', 'lee', 'choi'])
  const prize = addPrize(game, 'rank', 9, ranks(game, 1, 1))
  finalise(game)
  const given = give(game, prize, kim?.id as string)
  game.db
    .update(player)
    .set({ disqualifiedAt: start })
    .where(eq(player.id, kim?.id as string))
    .run()
  expect(proposed(game)).toEqual([[1, 'lee', true]])
  expect(() => give(game, prize, lee?.id as string)).toThrow('rank-awarded')
  undoAward(game.db, { id: given.id, reason: 'disqualified' }, 'staff', start)
  expect(give(game, prize, lee?.id as string)).toMatchObject({ rank: 1 })
})

it('ranks a window by the best that was received in it', () => {
  const windows = [
    { name: 'day 1', opensAt: start, closesAt: start + 1_000 },
    { name: 'day 2', opensAt: start + 1_000, closesAt: start + 2_000 },
  ]
  const game = createFixture({ windows })
  const [, second] = windowsOf(game.db, game.round.id)
  const kim = game.join('kim')
  play(game, kim, 0.9)
  game.now = start + 1_000
  play(game, kim, 0.2)
  play(game, played(game, 'lee'), 0.6)
  addPrize(game, 'rank', 1, ranks(game, 1, 1))
  addPrize(game, 'rank', 1, ranks(game, 1, 1, second?.id))
  finalise(game)
  expect(rankProposals(game.db, game.round.id)).toMatchObject([
    { rank: 1, player: { nickname: 'kim' }, scoreShown: '90.00' },
    { rank: 1, player: { nickname: 'lee' }, scoreShown: '60.00' },
  ])
})
