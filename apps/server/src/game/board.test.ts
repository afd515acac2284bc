import { limits } from '@dabble/api'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { player } from '../db/schema.ts'
import { boardView, scoredStandings, standingView } from './board.ts'
import { counters, newestPictures } from './counters.ts'
import type { Player } from './player.ts'
import { rankingAmong } from './ranking.ts'
import { createFixture, type Fixture, hashOf, start } from './testing/fixture.ts'

const boardOf = ({ db, round }: Fixture, upTo?: number) =>
  boardView(db, round, scoredStandings(db, round, { upToSequence: upTo }), upTo)
const standingOf = ({ db, round }: Fixture, id: string) =>
  standingView(db, round, rankingAmong(scoredStandings(db, round), id).own, id)

/** One player a similarity, in that order; some of them ghosts. */
function play(similarities: number[], ghosts: number[] = []): Fixture & { players: Player[] } {
  const game = createFixture()
  const players = similarities.map((similarity, i) => {
    const joined = game.join(`p${i}`)
    if (ghosts.includes(i)) game.db.update(player).set({ ghost: true }).where(eq(player.id, joined.id)).run()
    game.enter(joined, `${i}`)
    game.draw(similarity)
    return joined
  })
  return Object.assign(game, { players })
}

it('shows rank, score and picture, best first, with decimals where they matter', () => {
  const game = play([0.5, 0.90001, 0.90002, 0.5])
  expect(boardOf(game).rows.map(({ rank, nickname, scoreShown, tied }) => [rank, nickname, scoreShown, tied])).toEqual([
    [1, 'p2', '90.002', false],
    [2, 'p1', '90.001', false],
    [3, 'p0', '50.00', true],
    [3, 'p3', '50.00', true],
  ])
  expect(boardOf(game).rows[0]?.picture).toEqual({
    hash: hashOf(3),
    url: `/pictures/${hashOf(3)}`,
    width: 256,
    height: 256,
  })
})

it('shows the first twenty and the ghosts among them, unranked', () => {
  const similarities = Array.from({ length: 25 }, (_, i) => 0.9 - i / 100)
  const game = play(similarities, [0, 5, 24])
  const { rows, ranked } = boardOf(game)
  expect(rows).toHaveLength(limits.boardRows + 2)
  expect(rows.filter(({ ghost }) => ghost).map(({ rank, nickname, tied }) => [rank, nickname, tied])).toEqual([
    [null, 'p0', false],
    [null, 'p5', false],
  ])
  expect(rows.filter(({ ghost }) => !ghost).map(({ rank }) => rank)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
  expect(ranked).toBe(22)
})

it('shows ghosts at the end while there is room', () => {
  const game = play([0.9, 0.1], [1])
  expect(boardOf(game).rows.map(({ rank }) => rank)).toEqual([1, null])
})

it('stands still at a watermark', () => {
  const game = play([0.5, 0.9])
  expect(boardOf(game, 1)).toMatchObject({ sequence: 1, ranked: 1, rows: [{ nickname: 'p0', rank: 1 }] })
  expect(boardOf(game)).toMatchObject({ sequence: 2, ranked: 2 })
})

it('tells a player where they stand, with all their entries, as the board does', () => {
  const game = play([0.90001, 0.90002, 0.2], [2])
  const [kim, , boss] = game.players as [Player, Player, Player]
  expect(standingOf(game, kim.id)).toMatchObject({ rank: 2, tied: false, scoreShown: '90.001', entries: 1 })
  game.enter(kim, '2')
  expect(standingOf(game, kim.id)).toMatchObject({ rank: 2, entries: 2, scoreShown: '90.001' })
  expect(standingOf(game, boss.id)).toBeNull()
  expect(standingOf(game, game.join().id)).toBeNull()
})

it('counts', () => {
  const game = play([0.5, 0.9])
  const [kim] = game.players as [Player]
  game.now = start + 30_000
  game.enter(kim, '1')
  game.enter(kim, 'new')
  game.draw()
  game.enter(kim, 'newer')
  game.db.update(player).set({ erasedAt: 1 }).where(eq(player.id, game.join().id)).run()
  const at = (now: number) => counters(game.db, game.round, now)
  expect(at(game.now)).toEqual({ players: 2, entries: 5, pictures: 3, repeats: 1, queue: 1, picturesPerMinute: 3 })
  expect(at(start + 60_000).picturesPerMinute).toBe(1)
})

it('lists the newest pictures with whoever found them first', () => {
  const game = play([0.5, 0.9])
  game.enter(game.join('late'), '0')
  const [newest, older] = newestPictures(game.db, game.round, 9)
  expect(newest).toMatchObject({ nickname: 'p1', scoreShown: '90.00', at: start, picture: { hash: hashOf(2) } })
  expect(older?.nickname).toBe('p0')
  expect(newestPictures(game.db, game.round, 1)).toEqual([newest])
  game.db.update(player).set({ disqualifiedAt: start }).where(eq(player.nickname, 'p0')).run()
  expect(newestPictures(game.db, game.round, 9)[1]?.nickname).toBe('late')
})
