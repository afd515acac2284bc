import { expect, it } from 'vitest'
import { unfinishedEntry } from './entry.ts'
import { type DrawingState, entryProgress } from './progress.ts'
import { finishPicture, type Lease, leasePictures } from './queue.ts'
import { createFixture, drawn, type Fixture } from './testing/fixture.ts'

const drawing: DrawingState = { of: () => null, lanes: () => 1, steps: 8 }

function progressOf(game: Fixture, playerId: string, state: Partial<DrawingState> = {}) {
  const entry = unfinishedEntry(game.db, playerId)
  return entry && entryProgress(game.db, entry, { ...drawing, ...state }, game.now)
}

/** Draws pictures that take so long each. */
function drawSome(game: Fixture, tookMs: number[]) {
  for (const ms of tookMs) {
    game.enter(game.join(), `some ${Math.random()}`)
    const lease = leasePictures(game.db, 1, game.now)[0] as Lease
    game.now += ms
    finishPicture(game.db, drawn(lease), game.now)
  }
}

it('promises nothing before the first picture', () => {
  const game = createFixture()
  const kim = game.join()
  expect(progressOf(game, kim.id)).toBeNull()
  const { entry } = game.enter(kim, 'duck')
  expect(progressOf(game, kim.id)).toEqual({
    entryId: entry.id,
    state: 'queued',
    position: 0,
    etaMs: null,
    step: 0,
    steps: 8,
    partial: null,
  })
})

it('counts the pictures before, not the entries', () => {
  const game = createFixture()
  drawSome(game, [400, 9_000, 500])
  const [kim, lee] = [game.join(), game.join()]
  for (const prompt of ['a', 'a', 'b']) game.enter(game.join(), prompt)
  game.enter(kim, 'c')
  game.enter(lee, 'a')
  expect(progressOf(game, kim.id)).toMatchObject({ position: 2, etaMs: 1_250 })
  expect(progressOf(game, lee.id)).toMatchObject({ position: 0, etaMs: 500 })
  expect(progressOf(game, kim.id, { lanes: () => 4 })?.etaMs).toBe(500)
})

it('follows the drawing', () => {
  const game = createFixture()
  drawSome(game, [1_000])
  const [kim, lee] = [game.join(), game.join()]
  game.enter(kim, 'duck')
  game.enter(lee, 'swan')
  const [lease] = leasePictures(game.db, 1, game.now)
  game.now += 300
  const of: DrawingState['of'] = id => (id === lease?.id ? { step: 3, partial: 'data:,' } : null)
  expect(progressOf(game, kim.id, { of })).toMatchObject({
    state: 'running',
    position: 0,
    etaMs: 700,
    step: 3,
    partial: 'data:,',
  })
  expect(progressOf(game, lee.id, { of })).toMatchObject({
    state: 'queued',
    position: 0,
    etaMs: 1_500,
    step: 0,
    partial: null,
  })
  game.now += 5_000
  expect(progressOf(game, kim.id)?.etaMs).toBe(0)
})
