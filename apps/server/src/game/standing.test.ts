import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { entry, picture, player } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { createContest } from './contest.ts'
import { publicStandings } from './public-standings.ts'
import { publicRanking, type Ranking, rankingAmong } from './ranking.ts'
import { createRound, type Round } from './round.ts'
import { prizeRanks, standings } from './standing.ts'
import { createFixture, type Fixture, hashOf, plainRound, start } from './testing/fixture.ts'

/** A contest as a list: who is who, how similar each picture is, and who sent which picture in which order. */
interface Played {
  players: ('player' | 'ghost' | 'disqualified' | 'erased')[]
  similarities: number[]
  entries: { player: number; picture: number; state: 'done' | 'failed' | 'queued' }[]
  upTo: number
}

const kind = fc.constantFrom('player', 'player', 'player', 'ghost', 'disqualified', 'erased' as const)
const played: fc.Arbitrary<Played> = fc.record({
  players: fc.array(kind, { minLength: 1, maxLength: 8 }),
  // Few values, and two a hair apart: ties between pictures, and differences that rounding would hide.
  similarities: fc.array(fc.constantFrom(0.3, 0.5, 0.5 + 1e-15, 0.7, -0.1), { minLength: 1, maxLength: 6 }),
  entries: fc.array(
    fc.record({
      player: fc.nat(7),
      picture: fc.nat(5),
      state: fc.constantFrom('done', 'done', 'done', 'failed', 'queued' as const),
    }),
    { maxLength: 40 },
  ),
  upTo: fc.nat(45),
})

/** Writes it down as the game would have, row by row. */
function store({ db }: Fixture, contest: Played): { round: Round; ids: string[]; first: number } {
  return write(db, tx => {
    const { id: contestId } = createContest(db, { name: 'x', languages: ['en'], timeZone: 'UTC' }, start)
    const round = createRound(db, { ...plainRound, contestId }, start)
    const ids = contest.players.map(kind => {
      const id = nanoid()
      tx.insert(player)
        .values({
          id,
          contestId,
          deviceId: id,
          nickname: id,
          nicknameKey: kind === 'erased' ? null : id,
          playerCode: nanoid(),
          language: 'en',
          ghost: kind === 'ghost',
          disqualifiedAt: kind === 'disqualified' ? start : null,
          erasedAt: kind === 'erased' ? start : null,
          consentAt: start,
          createdAt: start,
        })
        .run()
      return id
    })
    const pictures = contest.similarities.map(
      (similarity, i) =>
        tx
          .insert(picture)
          .values({
            roundId: round.id,
            promptKey: `${i}`,
            prompt: 'x',
            state: 'done',
            queuedAt: start,
            finishedAt: start,
            hash: hashOf(i),
            width: 1,
            height: 1,
            embedding: Buffer.alloc(4),
            similarity,
            screenedAt: start,
          })
          .returning()
          .get().id,
    )
    let first = 0
    for (const sent of valid(contest)) {
      const { sequence } = tx
        .insert(entry)
        .values({
          id: nanoid(),
          roundId: round.id,
          playerId: ids[sent.player] as string,
          pictureId: pictures[sent.picture] as number,
          prompt: 'x',
          state: sent.state,
          repeat: false,
          similarity: sent.state === 'done' ? (contest.similarities[sent.picture] as number) : null,
          receivedAt: start,
        })
        .returning()
        .get()
      first ||= sequence
    }
    return { round, ids, first }
  })
}

/** Entries of players and pictures that exist, with at most one unfinished a player: the newest. */
function valid({ players, similarities, entries }: Played): Played['entries'] {
  return entries
    .filter(sent => sent.player < players.length && sent.picture < similarities.length)
    .map((sent, i, all) =>
      sent.state === 'queued' && all.slice(i + 1).some(later => later.player === sent.player)
        ? { ...sent, state: 'failed' as const }
        : sent,
    )
}

/** The same by hand: no SQL, no cleverness. */
function byHand(contest: Played, watermark: number) {
  const entries = valid(contest).map((sent, i) => ({
    ...sent,
    sequence: i + 1,
    similarity: contest.similarities[sent.picture] as number,
  }))
  const done = entries.filter(({ state }) => state === 'done')
  const isHere = (index: number) => ['player', 'ghost'].includes(contest.players[index] as string)
  const isEligible = (index: number) => contest.players[index] === 'player'
  const order = (a: (typeof done)[0], b: (typeof done)[0]) => b.similarity - a.similarity || a.sequence - b.sequence
  const bests = contest.players
    .flatMap((_, index) => {
      const own = done.filter(sent => sent.player === index && sent.sequence <= watermark).sort(order)
      return isHere(index) && own[0] ? [own[0]] : []
    })
    .sort(order)
  const ranked = bests.filter(best => isEligible(best.player))
  const rows = bests.map(best => {
    const eligible = isEligible(best.player)
    return {
      player: best.player,
      sequence: best.sequence,
      rank: eligible ? 1 + ranked.filter(other => other.similarity > best.similarity).length : null,
      tied: eligible && ranked.some(other => other !== best && other.similarity === best.similarity),
    }
  })
  const finder = (index: number) => done.find(sent => sent.picture === index && isEligible(sent.player))?.player
  const prizes = ranked.filter(best => finder(best.picture) === best.player).map(best => best.player)
  return { rows, prizes }
}

it('ranks like somebody with a pencil would, at any watermark, and tells each phone the same', () => {
  const game = createFixture()
  game.db.$client.pragma('synchronous = OFF')
  fc.assert(
    fc.property(played, contest => {
      const { round, ids, first } = store(game, contest)
      for (const upTo of [contest.upTo, Number.MAX_SAFE_INTEGER]) {
        const watermark = upTo === Number.MAX_SAFE_INTEGER ? upTo : first - 1 + upTo
        const found = standings(game.db, round, { upToSequence: watermark })
        const expected = byHand(contest, upTo)
        expect(
          found.map(({ playerId, sequence, rank, tied }) => ({
            player: ids.indexOf(playerId),
            sequence: sequence - first + 1,
            rank,
            tied,
          })),
        ).toEqual(expected.rows)
        const prizes = [...prizeRanks(game.db, round, { upToSequence: watermark })]
        expect(prizes).toEqual(expected.prizes.map((index, i) => [ids[index], i + 1]))

        const frozen = { ...round, frozenSequence: watermark }
        const all = publicStandings(game.db, frozen)
        for (const id of ids) {
          const [alone, among] = [publicRanking(game.db, frozen, id), rankingAmong(all, id)]
          expect(told(alone, contest)).toEqual(told(among, contest))
        }
      }
    }),
    { numRuns: 120 },
  )
})

/** All that a phone is told of a player's place, beside the board as it is made for everybody. */
function told({ own, rankOf }: Ranking, { similarities }: Played) {
  const { entryId, rank, tied, score, scoreShown } = own ?? {}
  return { entryId, rank, tied, score, scoreShown, ranks: similarities.map(rankOf) }
}

it('does not move when somebody repeats their own best', () => {
  const game = createFixture()
  const [kim, lee] = [game.join(), game.join()]
  game.enter(kim, 'duck')
  game.draw(0.5)
  game.enter(lee, 'duck')
  const before = standings(game.db, game.round)
  game.enter(kim, 'duck')
  game.enter(lee, 'duck')
  expect(standings(game.db, game.round)).toEqual(before)
  expect(before.map(({ playerId, rank, tied }) => [playerId, rank, tied])).toEqual([
    [kim.id, 1, true],
    [lee.id, 1, true],
  ])
})

it('gives a copied picture’s prize to its first eligible finder', () => {
  const game = createFixture()
  const [boss, kim, lee] = [game.join(), game.join(), game.join()]
  game.db.update(player).set({ ghost: true }).where(eq(player.id, boss.id)).run()
  game.enter(boss, 'duck')
  game.draw(0.9)
  game.enter(kim, 'duck')
  game.enter(lee, 'swan')
  game.draw(0.3)
  game.enter(lee, 'duck')
  expect([...prizeRanks(game.db, game.round)]).toEqual([[kim.id, 1]])
  game.db.update(player).set({ disqualifiedAt: start }).where(eq(player.id, kim.id)).run()
  expect([...prizeRanks(game.db, game.round)]).toEqual([[lee.id, 1]])
})

it('looks up each player’s best in an index, and sorts no entries', () => {
  const game = createFixture()
  const plan = game.db.$client
    .prepare(
      `explain query plan select sequence from entry where round_id = 'r' and player_id = 'p' and similarity is not null
        and sequence <= 9 order by similarity desc, sequence limit 1`,
    )
    .all()
    .map(step => (step as { detail: string }).detail)
  expect(plan).toEqual(['SEARCH entry USING COVERING INDEX entry_best (round_id=? AND player_id=? AND similarity>?)'])
})

it('ranks a window by what was received in it, and gives no prize for what was found before it', () => {
  const game = createFixture()
  const [kim, lee] = [game.join(), game.join()]
  const window = { opensAt: start + 1_000, closesAt: start + 2_000 }
  game.enter(kim, 'duck')
  game.draw(0.9)
  game.now = window.opensAt
  game.enter(lee, 'duck')
  game.enter(kim, 'frog')
  game.draw(0.4)
  game.now = window.closesAt
  game.enter(kim, 'swan')
  game.draw(0.95)
  const ranks = standings(game.db, game.round, { window }).map(({ playerId, rank }) => [playerId, rank])
  expect(ranks).toEqual([
    [lee.id, 1],
    [kim.id, 2],
  ])
  expect([...prizeRanks(game.db, game.round, { window })]).toEqual([[kim.id, 1]])
  expect(standings(game.db, game.round)[0]?.similarity).toBe(0.95)
})
