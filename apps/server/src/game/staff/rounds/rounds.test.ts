import { GameError } from '@dabble/api'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { auditLog, player, round, roundResult } from '../../../db/schema.ts'
import { boardView, type ScoredStanding } from '../../board.ts'
import { newestPictures } from '../../counters.ts'
import { entriesOf, entryViews } from '../../entry-view.ts'
import type { Player } from '../../player.ts'
import { publicStandings } from '../../public-standings.ts'
import { failPicture, leasePictures } from '../../queue.ts'
import { publicRanking } from '../../ranking.ts'
import { createRound, type Round, roundOf } from '../../round.ts'
import { prizeRanks } from '../../standing.ts'
import { createFixture, type Fixture, plainRound } from '../../testing/fixture.ts'
import { race } from '../../testing/race.ts'
import { roundAdminView } from './admin-view.ts'
import { finaliseRound, reviseRound } from './publish.ts'
import { retryFailed } from './retry-failed.ts'
import { setWindows } from './set-windows.ts'
import { closeRound, freezeRound, openRound, revealRound, unfreezeRound } from './steps.ts'

const deed = ({ round: { id }, now }: Fixture, reason = 'because') => ({ id, reason, author: 'kim', now })
const now = ({ db, round }: Fixture): Round => roundOf(db, round.id) as Round
const board = (game: Fixture): ScoredStanding[] => publicStandings(game.db, now(game))
const views = (game: Fixture, { id }: Player) =>
  entryViews(game.db, entriesOf(game.db, id, game.round.id), now(game), publicRanking(game.db, now(game), id))
const order = (game: Fixture) => board(game).map(({ nickname, rank }) => `${rank} ${nickname}`)
const key = (run: () => unknown): string => {
  try {
    run()
    return 'no refusal'
  } catch (error) {
    return error instanceof GameError ? error.key : String(error)
  }
}
const actions = ({ db }: Fixture) =>
  db
    .select({ action: auditLog.action })
    .from(auditLog)
    .all()
    .map(({ action }) => action)

/** One entry of each, drawn. */
function play(game: Fixture, scores: Record<string, number>): Player[] {
  return Object.entries(scores).map(([name, similarity]) => {
    const joined = game.join(name)
    game.enter(joined, name)
    game.draw(similarity)
    return joined
  })
}

it('goes from draft to revealed, and no other way', () => {
  const game = createFixture({ state: 'draft' })
  const ways = {
    open: () => openRound(game.db, deed(game), 'pocket'),
    close: () => closeRound(game.db, deed(game)),
    finalise: () => finaliseRound(game.db, deed(game)),
    reveal: () => revealRound(game.db, deed(game)),
    revise: () => reviseRound(game.db, deed(game)),
  }
  const allowed: Record<string, string[]> = {
    draft: ['open'],
    open: ['close'],
    closed: ['open', 'finalise'],
    final: ['reveal', 'revise'],
    revealed: ['revise'],
  }
  for (const [state, steps] of Object.entries(allowed)) {
    for (const [name, step] of Object.entries(ways)) {
      game.db
        .update(round)
        .set({ state: state as Round['state'] })
        .where(eq(round.id, game.round.id))
        .run()
      expect([state, name, key(step)]).toEqual([state, name, steps.includes(name) ? 'no refusal' : 'round-state'])
    }
  }
  expect(key(() => openRound(game.db, { ...deed(game), id: 'none' }, 'pocket'))).toBe('round-unknown')
})

it('opens one round at a time, with its own bundle', () => {
  const game = createFixture()
  const second = createRound(game.db, { ...plainRound, contestId: game.round.contestId, state: 'draft' }, game.now)
  const open = (bundle = 'pocket') => openRound(game.db, { ...deed(game), id: second.id }, bundle)
  expect(key(open)).toBe('other-round-open')
  expect(() => game.db.update(round).set({ state: 'open' }).where(eq(round.id, second.id)).run()).toThrow(/UNIQUE/)
  closeRound(game.db, deed(game))
  expect(key(() => open('other'))).toBe('other-bundle')
  open()
  expect(roundOf(game.db, second.id)?.state).toBe('open')
  expect(actions(game)).toEqual(['round.close', 'round.open'])
})

it('keeps the public at the watermark while entries received before it still land', () => {
  const game = createFixture()
  const [kim, lee] = play(game, { Kim: 0.5, Lee: 0.4 }) as [Player, Player]
  game.enter(lee, 'before')
  freezeRound(game.db, deed(game))
  game.enter(kim, 'after')
  game.draw(0.9)
  // What was received before the freeze is finished after it, and counts.
  expect(order(game)).toEqual(['1 Lee', '2 Kim'])
  game.draw(0.95)
  expect(order(game)).toEqual(['1 Lee', '2 Kim'])
  expect(boardView(game.db, now(game), board(game), now(game).frozenSequence ?? undefined).sequence).toBe(3)
  // Lee 'before' and the two first ones; not what came after.
  expect(newestPictures(game.db, now(game), 9).map(({ scoreShown }) => scoreShown)).toEqual(['90.00', '40.00', '50.00'])

  const [mine] = views(game, kim)
  expect(mine).toMatchObject({ prompt: 'after', scoreShown: '95.00', best: true, rank: null, rankBefore: null })
  const [theirs] = views(game, lee)
  expect(theirs).toMatchObject({ prompt: 'before', best: true, rank: 1, rankBefore: 2 })

  expect(key(() => freezeRound(game.db, deed(game)))).toBe('round-state')
  unfreezeRound(game.db, deed(game))
  expect(order(game)).toEqual(['1 Kim', '2 Lee'])
  expect(key(() => unfreezeRound(game.db, deed(game)))).toBe('round-state')
  expect(actions(game)).toEqual(['round.freeze', 'round.unfreeze'])
})

it('is final only when nothing is queued or being drawn', () => {
  const game = createFixture()
  const [kim, lee] = [game.join(), game.join()]
  for (const who of [kim, lee]) game.enter(who, 'duck')
  closeRound(game.db, deed(game))
  expect(key(() => game.enter(game.join(), 'late'))).toBe('round-not-open')
  expect(roundAdminView(game.db, now(game))).toMatchObject({ unfinished: 2, failed: 0, entries: 2, players: 2 })
  const finalise = () => finaliseRound(game.db, deed(game))
  expect(finalise).toThrow(new GameError('round-unfinished', { unfinished: 2 }))
  const [lease] = leasePictures(game.db, 1, game.now)
  expect(key(finalise)).toBe('round-unfinished')
  for (let attempt = lease?.attempt ?? 0; attempt <= 3; attempt += 1) {
    failPicture(game.db, { id: 1, attempt, failure: 'smoke', counts: true }, game.now)
    leasePictures(game.db, 1, game.now)
  }
  // Given up is an end; tried again it is not, until it is drawn.
  expect(roundAdminView(game.db, now(game))).toMatchObject({ unfinished: 0, failed: 1 })
  expect(retryFailed(game.db, deed(game), 'pocket')).toBe(1)
  expect(key(finalise)).toBe('round-unfinished')
  game.draw(0.7)
  expect(order(game).map(row => row[0])).toEqual(['1', '1'])
  expect(retryFailed(game.db, deed(game), 'pocket')).toBe(0)
  finalise()
  expect(now(game)).toMatchObject({ state: 'final', revision: 1 })
  expect(key(() => retryFailed(game.db, deed(game), 'pocket'))).toBe('round-state')
})

it('publishes a result that only a revision changes', () => {
  const game = createFixture()
  const [kim] = play(game, { Kim: 0.9, Lee: 0.8, Park: 0.7 }) as [Player]
  freezeRound(game.db, deed(game))
  closeRound(game.db, deed(game))
  finaliseRound(game.db, deed(game))
  expect(now(game)).toMatchObject({ frozenAt: null, frozenSequence: null })
  expect(order(game)).toEqual(['1 Kim', '2 Lee', '3 Park'])
  reviseRound(game.db, deed(game, 'a second tap'))
  expect(now(game).revision).toBe(1)

  const disqualify = (disqualifiedAt: number | null) =>
    game.db.update(player).set({ disqualifiedAt }).where(eq(player.id, kim.id)).run()
  disqualify(game.now)
  expect(order(game)).toEqual(['1 Kim', '2 Lee', '3 Park'])
  expect(prizeRanks(game.db, game.round).has(kim.id)).toBe(false)
  expect(roundAdminView(game.db, now(game)).outdated).toBe(true)
  reviseRound(game.db, deed(game, 'Kim was a macro'))
  expect(order(game)).toEqual(['1 Lee', '2 Park'])
  expect(roundAdminView(game.db, now(game))).toMatchObject({
    outdated: false,
    revision: 2,
    revisions: [
      { revision: 2, reason: 'Kim was a macro' },
      { revision: 1, reason: 'because' },
    ],
  })
  expect(actions(game)).toEqual(['round.freeze', 'round.close', 'round.finalise', 'round.revise'])
  const published = game.db.select().from(roundResult).all()
  expect(published.map(({ standings }) => standings.map(({ rank, prizeRank }) => [rank, prizeRank]))).toEqual([
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    [
      [1, 1],
      [2, 2],
    ],
  ])

  disqualify(null)
  reviseRound(game.db, deed(game, 'it was a friend'))
  expect(order(game)).toEqual(['1 Kim', '2 Lee', '3 Park'])
})

it('takes whoever leaves off a published board at once, and shows ghosts on it', () => {
  const game = createFixture()
  const [kim] = play(game, { Kim: 0.9, Lee: 0.8, Boss: 0.85 }) as [Player]
  game.db.update(player).set({ ghost: true }).where(eq(player.nickname, 'Boss')).run()
  closeRound(game.db, deed(game))
  finaliseRound(game.db, deed(game))
  expect(order(game)).toEqual(['1 Kim', 'null Boss', '2 Lee'])
  game.db.update(player).set({ nickname: '', nicknameKey: null, erasedAt: game.now }).where(eq(player.id, kim.id)).run()
  expect(order(game)).toEqual(['null Boss', '2 Lee'])
})

it('shows prompts only once it is revealed', () => {
  const game = createFixture({ targetPrompt: 'two birds' })
  play(game, { Kim: 0.9 })
  closeRound(game.db, deed(game))
  finaliseRound(game.db, deed(game))
  const prompts = () => boardView(game.db, now(game), board(game)).rows.map(({ prompt }) => prompt)
  expect(prompts()).toEqual([undefined])
  revealRound(game.db, deed(game))
  expect(prompts()).toEqual(['Kim'])
})

it('changes windows to come, and keeps what people have played by', () => {
  const game = createFixture()
  const hour = 3_600_000
  const at = (opens: number, closes: number, name = '') => ({
    name,
    opensAt: game.now + opens * hour,
    closesAt: game.now + closes * hour,
  })
  const windows = () => roundAdminView(game.db, now(game)).windows
  const set = (...wanted: Parameters<typeof setWindows>[2]) => setWindows(game.db, deed(game), wanted)
  set(at(-1, 8, 'day 1'), at(24, 32, 'day 2'))
  const [first, second] = windows()
  expect(windows().map(({ name }) => name)).toEqual(['day 1', 'day 2'])

  // Day 1 goes on for an hour, day 2 moves: both are still what prizes know them as.
  set(at(-1, 9, 'day 1'), { ...at(25, 33, 'day two'), id: second?.id })
  expect(windows()).toEqual([
    { id: first?.id, ...at(-1, 9, 'day 1') },
    { id: second?.id, ...at(25, 33, 'day two') },
  ])
  for (const wrong of [[at(25, 33)], [at(-2, 9)], [at(-1, -0.5)]]) expect(key(() => set(...wrong))).toBe('window-begun')
  game.now += 10 * hour
  expect(key(() => set(at(-11, 2)))).toBe('window-begun')
  set(at(-11, -1, 'day 1'))
  expect(windows().map(({ id }) => id)).toEqual([first?.id])
  closeRound(game.db, deed(game))
  expect(key(() => set())).toBe('round-state')
})

it('asks for its own bundle before it draws again', () => {
  const game = createFixture()
  expect(key(() => retryFailed(game.db, deed(game), 'other'))).toBe('other-bundle')
})

describe('raced by threads with connections of their own', () => {
  const call = (module: string, name: string, ...args: unknown[]) => ({
    module: new URL(module, import.meta.url).href,
    name,
    args,
  })
  const outcomes = async (game: Fixture, calls: ReturnType<typeof call>[]) =>
    (await race(calls.map(one => ({ file: game.file, calls: [one] })))).flat().sort()

  it('opens one of many drafts', async () => {
    const game = createFixture({ state: 'draft' })
    const ids = Array.from({ length: 5 }, () => {
      const draft = { ...plainRound, contestId: game.round.contestId, state: 'draft' as const }
      return createRound(game.db, draft, game.now).id
    })
    const opened = await outcomes(
      game,
      ids.map(id => call('steps.ts', 'openRound', { ...deed(game), id }, 'pocket')),
    )
    expect(opened).toEqual([...Array(4).fill('other-round-open'), undefined])
    expect(actions(game)).toEqual(['round.open'])
  })

  it('freezes once, and publishes one revision', async () => {
    const game = createFixture()
    play(game, { Kim: 0.9, Lee: 0.8 })
    const four = (module: string, name: string) => Array.from({ length: 4 }, () => call(module, name, deed(game)))
    expect(await outcomes(game, four('steps.ts', 'freezeRound'))).toEqual([...Array(3).fill('round-state'), undefined])
    closeRound(game.db, deed(game))
    expect(await outcomes(game, four('publish.ts', 'finaliseRound'))).toEqual([
      ...Array(3).fill('round-state'),
      undefined,
    ])
    game.db.update(player).set({ disqualifiedAt: game.now }).where(eq(player.nickname, 'Kim')).run()
    await outcomes(game, four('publish.ts', 'reviseRound'))
    expect(now(game).revision).toBe(2)
    expect(actions(game)).toEqual(['round.freeze', 'round.close', 'round.finalise', 'round.revise'])
  })
})
