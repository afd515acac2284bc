import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { entry, picture } from '../db/schema.ts'
import {
  failPicture,
  finishPicture,
  type Lease,
  leasePictures,
  mostInterruptions,
  requeueRunning,
  waitingPlayers,
} from './queue.ts'
import { createFixture, drawn, type Fixture, hashOf, start } from './testing/fixture.ts'

const lease = ({ db, now }: Fixture) => leasePictures(db, 1, now)[0] as Lease
const fail = ({ db, now }: Fixture, held: Lease, counts = true) =>
  failPicture(db, { ...held, failure: 'the sidecar went away', counts }, now)
const pictureOf = ({ db }: Fixture, { id }: { id: number }) => db.select().from(picture).where(eq(picture.id, id)).get()
const states = ({ db }: Fixture) =>
  db
    .select()
    .from(entry)
    .all()
    .map(({ state }) => state)

function withPrompts(...prompts: string[]): Fixture {
  const game = createFixture()
  for (const prompt of prompts) game.enter(game.join(), prompt)
  return game
}

describe('leasing', () => {
  it('takes the oldest, each once', () => {
    const game = withPrompts('a', 'b', 'c')
    expect(leasePictures(game.db, 2, game.now).map(({ prompt, attempt }) => [prompt, attempt])).toEqual([
      ['a', 1],
      ['b', 1],
    ])
    expect(leasePictures(game.db, 2, game.now).map(({ prompt }) => prompt)).toEqual(['c'])
    expect(leasePictures(game.db, 2, game.now)).toEqual([])
  })

  it('keeps the place of a picture that came back', () => {
    const game = withPrompts('a', 'b')
    fail(game, lease(game))
    expect(lease(game).prompt).toBe('a')
  })
})

describe('finishing', () => {
  it('ends the picture and everybody who waits for it', () => {
    const game = withPrompts('a', 'a', 'b')
    const held = lease(game)
    expect(waitingPlayers(game.db, held.id)).toHaveLength(2)
    game.now += 700
    expect(finishPicture(game.db, drawn(held, 0.123456789), game.now)).toBe(true)
    expect(pictureOf(game, held)).toMatchObject({
      state: 'done',
      hash: hashOf(held.id),
      similarity: 0.123456789,
      startedAt: start,
      finishedAt: game.now,
      screenedAt: game.now,
    })
    expect(game.db.select().from(entry).all()).toMatchObject([
      { state: 'done', similarity: 0.123456789, finishedAt: game.now, repeat: false },
      { state: 'done', similarity: 0.123456789 },
      { state: 'queued', similarity: null },
    ])
    expect(waitingPlayers(game.db, held.id)).toEqual([])
  })

  it('is refused to an attempt that is over', () => {
    const game = withPrompts('a')
    const first = lease(game)
    expect(finishPicture(game.db, drawn({ ...first, attempt: 2 }), game.now)).toBe(false)
    fail(game, first)
    expect(finishPicture(game.db, drawn(first), game.now)).toBe(false)
    const second = lease(game)
    expect(second.attempt).toBe(2)
    expect(finishPicture(game.db, drawn(first), game.now)).toBe(false)
    expect(fail(game, first)).toBe(false)
    expect(states(game)).toEqual(['queued'])
    expect(finishPicture(game.db, drawn(second, 0.4), game.now)).toBe(true)
    expect(finishPicture(game.db, drawn(second, 0.9), game.now)).toBe(false)
    expect(fail(game, second)).toBe(false)
    expect(pictureOf(game, second)?.similarity).toBe(0.4)
  })

  it('is all or nothing', () => {
    const game = withPrompts('a')
    const held = lease(game)
    const unscored = { ...drawn(held), similarity: null as unknown as number }
    expect(() => finishPicture(game.db, unscored, game.now)).toThrow(/picture_done/)
    expect(pictureOf(game, held)?.state).toBe('running')
    expect(states(game)).toEqual(['queued'])
  })
})

describe('failing', () => {
  it('gives up after three attempts, tells those who wait, and blocks nobody', () => {
    const game = withPrompts('poison', 'poison', 'duck')
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const held = lease(game)
      expect([held.prompt, held.attempt]).toEqual(['poison', attempt])
      expect(states(game)).toEqual(['queued', 'queued', 'queued'])
      expect(fail(game, held)).toBe(true)
    }
    expect(states(game)).toEqual(['failed', 'failed', 'queued'])
    expect(pictureOf(game, { id: 1 })).toMatchObject({ state: 'failed', failure: 'the sidecar went away', failures: 3 })
    expect(game.draw().prompt).toBe('duck')
    expect(states(game)).toEqual(['failed', 'failed', 'done'])
  })

  it('charges no attempt for what is not the picture’s fault', () => {
    const game = withPrompts('duck')
    for (let i = 0; i < 20; i += 1) fail(game, lease(game), false)
    expect(pictureOf(game, { id: 1 })).toMatchObject({ state: 'queued', failures: 0, attempt: 20 })
    game.draw()
    expect(states(game)).toEqual(['done'])
  })
})

describe('at boot', () => {
  it('puts back what was running, in its old place, and refuses its late result', () => {
    const game = withPrompts('a', 'b')
    const held = lease(game)
    requeueRunning(game.db, game.now)
    expect(finishPicture(game.db, drawn(held), game.now)).toBe(false)
    expect(lease(game)).toMatchObject({ prompt: 'a', attempt: 2 })
  })

  it('charges a power cut to nobody, but does not draw for ever what ends the server each time', () => {
    const game = withPrompts('a', 'b')
    for (let boot = 1; boot < mostInterruptions; boot += 1) {
      lease(game)
      requeueRunning(game.db, game.now)
    }
    expect(pictureOf(game, { id: 1 })).toMatchObject({ state: 'queued', failures: 0 })
    lease(game)
    requeueRunning(game.db, game.now)
    expect(pictureOf(game, { id: 1 })?.state).toBe('failed')
    expect(states(game)).toEqual(['failed', 'queued'])
    expect(lease(game).prompt).toBe('b')
  })
})
