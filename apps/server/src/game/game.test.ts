import { newEntryId, type StaffActor } from '@dabble/api'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { player, round } from '../db/schema.ts'
import type { Lease } from './queue.ts'
import { createBooth } from './testing/booth.ts'
import { createFixture, drawn, hashOf, solved, start } from './testing/fixture.ts'

const by: StaffActor = { id: 'member', name: 'Mina', role: 'staff', deviceId: 'laptop' }

describe('a player', () => {
  it('joins with a recovery code, shown only then', () => {
    const { game, join, told } = createBooth()
    const { recoveryCode, ...kim } = join('kim')
    expect(kim).toMatchObject({ nickname: 'kim', language: 'ko', ghost: false, disqualified: false })
    expect(game.players.me(kim.id)).toEqual(kim)
    expect(game.players.resume(recoveryCode, 'tablet')).toEqual(kim)
    expect(game.players.rename(kim.id, 'Kim').nickname).toBe('Kim')
    expect(game.players.setLanguage(kim.id, 'en').language).toBe('en')
    const fresh = game.players.newRecoveryCode(kim.id)
    expect(game.players.resume(fresh, 'tablet').id).toBe(kim.id)
    expect(told).toEqual(['board', 'board'])
  })

  it('has not joined any more after leaving, whatever is asked', async () => {
    const { game, join, enter } = createBooth()
    const { id } = join('kim')
    const { id: entryId } = await enter(id, 'duck')
    game.players.leave(id)
    for (const ask of [() => game.players.me(id), () => game.entries.get(id, entryId), () => game.entries.mine(id)]) {
      expect(ask).toThrow('not-joined')
    }
    await expect(enter(id, 'duck')).rejects.toThrow('not-joined')
    await expect(game.entries.captchaChallenge(id)).rejects.toThrow('not-joined')
    expect(game.board(id).standing).toBeNull()
    expect(game.own(id)).toBeNull()
  })
})

describe('an entry', () => {
  it('goes from queued to running to done, and everybody concerned is told', async () => {
    const { game, queue, told, join, enter } = createBooth()
    const { id } = join('kim')
    const entry = await enter(id, 'duck')
    expect(entry).toMatchObject({
      state: 'queued',
      sequence: 1,
      prompt: 'duck',
      picture: null,
      hidden: false,
      rank: null,
    })
    expect(told.splice(0)).toEqual(['board', 'queued', `entry ${id}`, 'board'])

    const [lease] = queue.lease(1) as [Lease]
    expect(told.splice(0)).toEqual([`entry ${id}`, 'board'])
    expect(game.entries.get(id, entry.id)).toMatchObject({
      entry: { state: 'running' },
      progress: { step: 2, steps: 8 },
    })
    expect(game.progress(id)).toMatchObject({ state: 'running', entryId: entry.id })

    queue.finish(drawn(lease, 0.25))
    expect(told.splice(0)).toEqual([`entry ${id}`, 'board'])
    expect(game.entries.get(id, entry.id)).toEqual({
      entry: {
        ...entry,
        state: 'done',
        picture: { hash: hashOf(1), url: `/pictures/${hashOf(1)}`, width: 256, height: 256 },
        similarity: 0.25,
        score: 25,
        scoreShown: '25.00',
        rank: 1,
        best: true,
      },
      progress: null,
    })
    expect(queue.finish(drawn(lease, 0.9))).toBe(false)
    expect(told).toEqual([])
  })

  it('says what it did to the rank, among everybody as they are now', async () => {
    const { game, join, enter, draw } = createBooth()
    const [kim, lee, park] = ['kim', 'lee', 'park'].map(name => join(name).id) as [string, string, string]
    for (const [id, prompt, similarity] of [
      [lee, 'a', 0.8],
      [park, 'b', 0.6],
      [kim, 'c', 0.5],
      [kim, 'd', 0.7],
      [kim, 'e', 0.1],
    ] as const) {
      await enter(id, prompt)
      draw(similarity)
    }
    const { entries, standing } = game.entries.mine(kim)
    expect(entries.map(({ prompt, rankBefore, rank, best }) => [prompt, rankBefore, rank, best])).toEqual([
      ['e', 2, 2, false],
      ['d', 3, 2, true],
      ['c', null, 2, false],
    ])
    expect(standing).toMatchObject({ rank: 2, entries: 3, entryId: entries[1]?.id })
    for (const entry of entries) expect(game.entries.get(kim, entry.id).entry).toEqual(entry)
    expect(game.own(kim)).toEqual({ at: start, entry: entries[0], standing })
  })

  it('that is known is answered at once', async () => {
    const { join, enter, draw, told } = createBooth()
    await enter(join('kim').id, 'duck')
    draw(0.5)
    const lee = join('lee').id
    told.splice(0)
    expect(await enter(lee, 'DUCK')).toMatchObject({ state: 'done', repeat: true, scoreShown: '50.00', rank: 1 })
    expect(told).toEqual([`entry ${lee}`, 'board'])
  })

  it('that is sent again is answered again, and nobody is told twice', async () => {
    const { fixture, game, join, told } = createBooth()
    const kim = join('kim').id
    const input = { id: newEntryId(), roundId: fixture.round.id, prompt: 'duck' }
    const first = await game.entries.create(kim, input)
    told.splice(0)
    expect(await game.entries.create(kim, input)).toEqual(first)
    expect(told).toEqual([])
  })

  it('is nobody else’s business', async () => {
    const { game, join, enter, draw } = createBooth()
    const { id: entryId } = await enter(join('kim').id, 'my secret prompt')
    const lee = join('lee').id
    expect(() => game.entries.get(lee, entryId)).toThrow('entry-unknown')
    draw(0.9)
    expect(JSON.stringify([game.board(lee), game.newest(9), game.entries.mine(lee)])).not.toContain('secret')
  })

  it('shows its player an unscreened picture, and nobody a hidden one', async () => {
    const { game, queue, join, enter } = createBooth(createFixture({ screening: true }))
    const kim = join('kim').id
    const { id } = await enter(kim, 'duck')
    for (const lease of queue.lease(1)) queue.finish(drawn(lease))
    expect(game.board(null).board?.rows[0]?.picture).toBeNull()
    expect(game.entries.get(kim, id).entry).toMatchObject({ picture: { hash: hashOf(1) }, hidden: false })
    game.staff.screening.hide({ hash: hashOf(1), reason: 'a logo' }, by)
    expect(game.entries.get(kim, id).entry).toMatchObject({ picture: null, hidden: true, scoreShown: '50.00' })
    expect(game.visibilityOf(hashOf(1))).toBe('hidden')
    game.staff.screening.show({ hash: hashOf(1), reason: 'fine' }, by)
    expect(game.board(null).board?.rows[0]?.picture?.hash).toBe(hashOf(1))
  })

  it('is received when it arrives, however long its CAPTCHA takes to check', async () => {
    const windows = [{ name: 'day 1', opensAt: start, closesAt: start + 1_000 }]
    const fixture = createFixture({ captcha: 'every', windows })
    const check = () => {
      fixture.now = start + 5_000
      return solved('a') as { ok: true; id: string; expiresAt: number }
    }
    const { join, enter } = createBooth(fixture, { captcha: { issue: async () => null, check } })
    const kim = join('kim').id
    fixture.now = start + 999
    expect(await enter(kim, 'duck', 'solution')).toMatchObject({ receivedAt: start + 999 })
    await expect(enter(kim, 'swan', 'solution')).rejects.toThrow('round-not-open')
  })

  it('needs a challenge only where the policy says so, bound to the player', async () => {
    const { game, db, join, enter } = createBooth(createFixture({ captcha: 'every' }))
    const kim = join('kim').id
    expect(await game.entries.captchaChallenge(kim)).toEqual({ playerId: kim, action: 'entry', now: start })
    await expect(enter(kim, 'duck')).rejects.toThrow('captcha-needed')
    await enter(kim, 'duck', 'solution')
    db.update(round).set({ captcha: 'off' }).run()
    expect(await game.entries.captchaChallenge(kim)).toBeNull()
  })
})

describe('a ghost', () => {
  it('plays without rank', async () => {
    const { db, game, join, enter, draw } = createBooth()
    const boss = join('boss').id
    db.update(player).set({ ghost: true }).where(eq(player.id, boss)).run()
    await enter(boss, 'duck')
    draw(0.9)
    await enter(join('kim').id, 'duck')
    expect(game.entries.mine(boss)).toMatchObject({ standing: null, entries: [{ rank: null, rankBefore: null }] })
    expect(game.board(boss).board?.rows.map(({ nickname, rank, tied }) => [nickname, rank, tied])).toEqual([
      ['boss', null, false],
      ['kim', 1, false],
    ])
  })
})

it('shows the round, its window and the model', () => {
  const windows = [
    { name: 'day 1', opensAt: start, closesAt: start + 10 },
    { name: 'day 2', opensAt: start + 20, closesAt: start + 30 },
  ]
  const { fixture, game } = createBooth(createFixture({ windows }))
  expect(game.contest()).toEqual({
    name: 'Booth',
    languages: ['ko', 'en'],
    timeZone: 'Asia/Seoul',
    joinUrl: 'http://booth.test',
  })
  expect(game.rounds.current()).toMatchObject({ id: fixture.round.id, window: { name: 'day 1' }, model: { steps: 8 } })
  fixture.now = start + 10
  expect(game.rounds.current()?.window).toEqual({ name: 'day 2', opensAt: start + 20, closesAt: start + 30 })
  fixture.now = start + 30
  expect(game.rounds.current()?.window).toBeNull()
  expect(JSON.stringify(game.rounds.current())).not.toMatch(/embedding|noise|targetPrompt/i)
  expect(game.rounds.reads('x'.repeat(99))).toBe(20)
})

it('has no round before the first opens', async () => {
  const { game, join } = createBooth(createFixture({ state: 'draft' }))
  const kim = join('kim').id
  expect(game.rounds.current()).toBeNull()
  expect(game.board(kim)).toEqual({ board: null, standing: null })
  expect(game.entries.mine(kim)).toEqual({ entries: [], standing: null, unfinished: null })
  expect(game.counters().players).toBe(0)
  expect(await game.entries.captchaChallenge(kim)).toBeNull()
})
