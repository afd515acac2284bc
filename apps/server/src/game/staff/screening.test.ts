import { expect, it } from 'vitest'
import { auditLog } from '../../db/schema.ts'
import { boardView, scoredStandings } from '../board.ts'
import { newestPictures } from '../counters.ts'
import { visibilityOf } from '../picture.ts'
import { createFixture, type Fixture, hashOf, start } from '../testing/fixture.ts'
import { hidePicture, showPicture } from './screening.ts'

const author = 'member'
const shown = ({ db, round }: Fixture) => ({
  board: boardView(db, round, scoredStandings(db, round)).rows[0]?.picture?.hash ?? null,
  newest: newestPictures(db, round, 9).length,
})
function withPicture(screening = false) {
  const game = createFixture({ screening })
  game.enter(game.join('kim'), 'duck')
  const hash = hashOf(game.draw(0.5).id)
  return { game, hash }
}

it('takes a picture off the network and brings it back, with a reason and an author', () => {
  const { game, hash } = withPicture()
  expect(shown(game)).toEqual({ board: hash, newest: 1 })
  hidePicture(game.db, { hash, reason: 'a logo', author }, start)
  hidePicture(game.db, { hash, reason: 'twice', author }, start)
  expect(visibilityOf(game.db, hash)).toBe('hidden')
  expect(shown(game)).toEqual({ board: null, newest: 0 })
  showPicture(game.db, { hash, reason: 'harmless', author }, start + 1)
  expect(visibilityOf(game.db, hash)).toBe('shown')
  expect(shown(game)).toEqual({ board: hash, newest: 1 })
  expect(game.db.select().from(auditLog).all()).toMatchObject([
    { action: 'picture.hide', subject: hash, reason: 'a logo', author },
    { action: 'picture.show', subject: hash, reason: 'harmless', author, at: start + 1 },
  ])
})

it('holds a picture off the public screens until it is screened', () => {
  const { game, hash } = withPicture(true)
  expect(shown(game)).toEqual({ board: null, newest: 0 })
  expect(visibilityOf(game.db, hash)).toBe('shown')
  showPicture(game.db, { hash, reason: 'fine', author }, start)
  expect(shown(game)).toEqual({ board: hash, newest: 1 })
})

it('hides every picture with the same bytes, also those yet to be drawn', () => {
  const game = createFixture()
  const draw = (prompt: string) => {
    game.enter(game.join(), prompt)
    game.draw(0.5, { hash: hashOf(7) })
  }
  draw('a')
  draw('b')
  hidePicture(game.db, { hash: hashOf(7), reason: 'x', author }, start)
  draw('c')
  expect(newestPictures(game.db, game.round, 9)).toEqual([])
  expect(visibilityOf(game.db, hashOf(7))).toBe('hidden')
})

it('knows pictures and targets, and nothing else', () => {
  const game = createFixture()
  const unknown = { hash: hashOf(1), reason: 'x', author }
  expect(() => hidePicture(game.db, unknown, start)).toThrow('picture-unknown')
  expect(() => showPicture(game.db, unknown, start)).toThrow('picture-unknown')
  expect(visibilityOf(game.db, hashOf(1))).toBe('unknown')
  expect(visibilityOf(game.db, game.round.targetHash)).toBe('shown')
  const draft = createFixture({ state: 'draft' })
  expect(visibilityOf(draft.db, draft.round.targetHash)).toBe('shown')
})
