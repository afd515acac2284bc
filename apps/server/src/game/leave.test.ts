import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog, entry, picture } from '../db/schema.ts'
import { boardView, scoredStandings } from './board.ts'
import { newestPictures } from './counters.ts'
import { leaveGame } from './leave.ts'
import { visibilityOf } from './picture.ts'
import { renamePlayer, requirePlayer, resumePlayer } from './player.ts'
import { failPicture, leasePictures } from './queue.ts'
import { createFixture, type Fixture, hashOf, start } from './testing/fixture.ts'

const pictureOf = ({ db }: Fixture, id: number) => db.select().from(picture).where(eq(picture.id, id)).get()
const promptsIn = ({ db }: Fixture) => JSON.stringify([db.select().from(entry).all(), db.select().from(picture).all()])

it('erases the name, the prompts and the pictures nobody else typed', () => {
  const game = createFixture()
  const [kim, lee] = [game.join('kim'), game.join('lee')]
  renamePlayer(game.db, kim.id, 'kim from Busan', start)
  game.enter(kim, 'my secret')
  const own = game.draw(0.9)
  game.enter(kim, 'a duck')
  const shared = game.draw(0.8)
  game.enter(lee, 'a duck')

  leaveGame(game.db, kim.id, start)

  expect(() => requirePlayer(game.db, kim.id)).toThrow('not-joined')
  expect(() => leaveGame(game.db, kim.id, start)).toThrow('not-joined')
  expect(() => game.enter(kim, 'again')).toThrow('not-joined')
  expect(promptsIn(game)).not.toContain('"prompt":"my secret"')
  expect(game.db.select().from(entry).where(eq(entry.playerId, kim.id)).all()).toMatchObject([
    { prompt: '' },
    { prompt: '' },
  ])
  expect(pictureOf(game, own.id)).toMatchObject({ prompt: '', erasedAt: start })
  expect(visibilityOf(game.db, hashOf(own.id))).toBe('hidden')
  expect(pictureOf(game, shared.id)).toMatchObject({ prompt: 'a duck', erasedAt: null })
  expect(visibilityOf(game.db, hashOf(shared.id))).toBe('shown')
  const log = game.db.select().from(auditLog).all()
  expect(log).toMatchObject([
    { action: 'player.rename', reason: '' },
    { action: 'player.leave', subject: kim.id },
  ])
})

it('is gone from the board and the newest pictures, and the name is free', () => {
  const game = createFixture()
  const [kim, lee] = [game.join('kim'), game.join('lee')]
  game.enter(kim, 'a duck')
  game.draw(0.9)
  game.enter(lee, 'a duck')
  leaveGame(game.db, kim.id, start)
  const board = boardView(game.db, game.round, scoredStandings(game.db, game.round))
  expect(board.rows.map(({ rank, nickname, tied }) => [rank, nickname, tied])).toEqual([[1, 'lee', false]])
  expect(newestPictures(game.db, game.round, 9)).toMatchObject([{ nickname: 'lee' }])
  leaveGame(game.db, lee.id, start)
  expect(newestPictures(game.db, game.round, 9)).toEqual([])
  expect(game.join('kim').nickname).toBe('kim')
})

it('cannot be resumed', () => {
  const game = createFixture()
  const kim = game.join('kim')
  leaveGame(game.db, kim.id, start)
  expect(() => resumePlayer(game.db, 'null', 'x', start)).toThrow('recovery-code-unknown')
})

it('finishes what was begun with the prompt it needs, then erases it', () => {
  const game = createFixture()
  const kim = game.join('kim')
  game.enter(kim, 'my secret')
  leaveGame(game.db, kim.id, start)
  const lease = game.draw(0.9)
  expect(lease.prompt).toBe('my secret')
  expect(promptsIn(game)).not.toContain('"prompt":"my secret"')
  expect(visibilityOf(game.db, hashOf(lease.id))).toBe('hidden')
  expect(game.db.select().from(entry).all()).toMatchObject([{ state: 'done', prompt: '' }])
})

it('erases what fails in the end, too', () => {
  const game = createFixture()
  game.enter(game.join('kim'), 'my secret')
  leaveGame(game.db, game.db.select().from(entry).get()?.playerId as string, start)
  for (let i = 0; i < 3; i += 1) {
    const [lease] = leasePictures(game.db, 1, start)
    failPicture(game.db, { ...(lease as { id: number; attempt: number }), failure: 'crash', counts: true }, start)
  }
  expect(game.db.select().from(picture).all()).toMatchObject([{ state: 'failed', prompt: '', erasedAt: start }])
})

it('comes back for whoever types the same again', () => {
  const game = createFixture()
  const kim = game.join('kim')
  game.enter(kim, 'a duck')
  const { id } = game.draw(0.9)
  leaveGame(game.db, kim.id, start)
  const again = game.enter(game.join('lee'), 'A duck')
  expect(again.entry).toMatchObject({ state: 'done', repeat: true, similarity: 0.9 })
  expect(pictureOf(game, id)).toMatchObject({ prompt: 'A duck', erasedAt: null })
  expect(visibilityOf(game.db, hashOf(id))).toBe('shown')
})

it('takes nothing from others who drew the same bytes with another prompt', () => {
  const game = createFixture()
  const kim = game.join('kim')
  game.enter(kim, 'a duck')
  game.draw(0.5, { hash: hashOf(7) })
  game.enter(game.join('lee'), 'one duck')
  game.draw(0.5, { hash: hashOf(7) })
  leaveGame(game.db, kim.id, start)
  expect(visibilityOf(game.db, hashOf(7))).toBe('shown')
})
