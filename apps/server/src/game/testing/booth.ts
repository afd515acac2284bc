import { newEntryId } from '@dabble/api'
import { createDrawingQueue } from '../drawing-queue.ts'
import { createGameEvents } from '../events.ts'
import { createGame, type GameDeps } from '../game.ts'
import { createFixture, drawn, type Fixture, plainRound, solved } from './fixture.ts'
import { pins } from './pins.ts'

const unasked = async () => {
  throw new Error('not part of this test')
}

/** A whole game on a fixture's database, its clock and its events, without drawing: `draw` gives the oldest picture a similarity. */
export function createBooth(fixture: Fixture = createFixture(), deps: Partial<GameDeps> = {}) {
  const events = createGameEvents()
  const told: string[] = []
  events.on('queued', () => told.push('queued'))
  events.on('board', () => told.push('board'))
  events.on('entry', id => told.push(`entry ${id}`))
  const now = () => fixture.now
  const game = createGame(fixture.db, {
    events,
    now,
    joinUrl: () => 'http://booth.test',
    bundle: {
      tokenKey: prompt => prompt.toLowerCase(),
      reads: prompt => Math.min(prompt.length, 20),
      model: { name: 'pocket', steps: 8, languages: ['ko', 'en'] },
    },
    captcha: {
      issue: async use => use,
      check: (solution, use) => solved(`${solution} of ${use.playerId}`) as { ok: true; id: string; expiresAt: number },
    },
    needsCaptcha: policy => policy === 'every',
    drawing: { of: () => ({ step: 2, partial: null }), lanes: () => 1, steps: 8 },
    pins,
    pictures: { save: unasked },
    targets: {
      upload: unasked,
      draw: unasked,
      bundle: { id: 'pocket', calibration: plainRound.calibration, harmless: true },
    },
    health: unasked,
    ...deps,
  })
  const queue = createDrawingQueue(fixture.db, events, now)
  const join = (nickname: string, deviceId = nickname) =>
    game.players.join({ nickname, language: 'ko', consent: true }, deviceId)
  const enter = (playerId: string, prompt: string, captcha?: string) =>
    game.entries.create(playerId, { id: newEntryId(), roundId: fixture.round.id, prompt, captcha })
  const draw = (similarity: number) => queue.lease(1).every(lease => queue.finish(drawn(lease, similarity)))
  return { ...fixture, fixture, game, queue, told, join, enter, draw }
}
