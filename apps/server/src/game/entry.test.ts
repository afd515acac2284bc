import type { GameErrorKey } from '@dabble/api'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { captchaSolution, entry, picture, player, round } from '../db/schema.ts'
import { entryNeedsCaptcha } from './captcha.ts'
import { failPicture, leasePictures } from './queue.ts'
import { createRound } from './round.ts'
import { createFixture, type Fixture, plainRound, solved, start } from './testing/fixture.ts'

const refused = (key: GameErrorKey, values = {}) => expect.objectContaining({ key, values })
const entries = ({ db }: Fixture) => db.select().from(entry).all()
const pictures = ({ db }: Fixture) => db.select().from(picture).all()
function failForGood(game: Fixture) {
  for (let i = 0; i < 3; i += 1) {
    const [lease] = leasePictures(game.db, 1, game.now)
    if (lease) failPicture(game.db, { ...lease, failure: 'crash', counts: true }, game.now)
  }
}

describe('the same id again', () => {
  it('is the same entry, whatever has happened since', () => {
    const game = createFixture({ captcha: 'every', minGapMs: 60_000 })
    const kim = game.join()
    const first = game.enter(kim, 'duck', { id: 'x', captcha: solved('a') })
    game.draw()
    game.db.update(round).set({ state: 'closed' }).run()
    game.db.update(player).set({ disqualifiedAt: 1 }).run()
    const again = game.enter(kim, 'duck', { id: 'x' })
    expect(first.isNew).toBe(true)
    expect(again).toMatchObject({ isNew: false, entry: { sequence: first.entry.sequence, state: 'done' } })
    expect(entries(game)).toHaveLength(1)
  })

  it('with another prompt, player or round is a conflict', () => {
    const game = createFixture()
    const [kim, lee] = [game.join(), game.join()]
    game.enter(kim, 'duck', { id: 'x' })
    expect(() => game.enter(kim, 'Duck', { id: 'x' })).toThrow(refused('entry-conflict'))
    expect(() => game.enter(lee, 'duck', { id: 'x' })).toThrow(refused('entry-conflict'))
    expect(() => game.enter(kim, 'duck', { id: 'x', roundId: 'other' })).toThrow(refused('entry-conflict'))
  })
})

describe('a round', () => {
  it('must exist', () => {
    const game = createFixture()
    expect(() => game.enter(game.join(), 'duck', { roundId: 'none' })).toThrow(refused('no-round'))
  })

  it.each(['draft', 'closed', 'final', 'revealed'] as const)('that is %s takes nothing', state => {
    const game = createFixture({ state })
    expect(() => game.enter(game.join(), 'duck')).toThrow(refused('round-not-open'))
    expect(entries(game)).toEqual([])
  })

  it('takes entries inside its windows, by receipt time', () => {
    const [day, hour] = [86_400_000, 3_600_000]
    const windows = [0, day].map((ms, i) => ({
      name: `day ${i + 1}`,
      opensAt: start + ms + hour,
      closesAt: start + ms + 2 * hour,
    }))
    const game = createFixture({ windows: windows.reverse() })
    const kim = game.join()
    const at = (ms: number) => {
      game.now = start + ms
      return () => game.enter(kim, 'duck')
    }
    for (const ms of [0, hour - 1, 2 * hour, day, day + 2 * hour, 9 * day])
      expect(at(ms)).toThrow(refused('round-not-open'))
    for (const ms of [hour, 2 * hour - 1, day + hour, day + 2 * hour - 1]) {
      at(ms)()
      if (ms === hour) game.draw()
    }
    expect(entries(game)).toHaveLength(4)
  })
})

describe('a player', () => {
  it('must have joined, not have left and not be disqualified', () => {
    const game = createFixture()
    const kim = game.join()
    const set = (change: Partial<typeof player.$inferInsert>) => game.db.update(player).set(change).run()
    expect(() => game.enter({ ...kim, id: 'nobody' }, 'duck')).toThrow(refused('not-joined'))
    set({ disqualifiedAt: start })
    expect(() => game.enter(kim, 'duck')).toThrow(refused('player-disqualified'))
    set({ disqualifiedAt: null, erasedAt: start })
    expect(() => game.enter(kim, 'duck')).toThrow(refused('not-joined'))
    expect(pictures(game)).toEqual([])
  })

  it('has one unfinished entry, and is told which', () => {
    const game = createFixture()
    const kim = game.join()
    game.enter(kim, 'duck', { id: 'first' })
    expect(() => game.enter(kim, 'swan')).toThrow(refused('entry-unfinished', { entryId: 'first' }))
    game.enter(game.join(), 'swan')
    game.draw()
    expect(game.enter(kim, 'swan').entry.state).toBe('queued')
  })

  it('has one unfinished entry by the database’s word, whatever the code does', () => {
    const game = createFixture()
    const { entry: first } = game.enter(game.join(), 'duck')
    const { sequence, ...copy } = first
    expect(sequence).toBe(1)
    expect(() =>
      game.db
        .insert(entry)
        .values({ ...copy, id: 'second' })
        .run(),
    ).toThrow(/UNIQUE.*entry\.player_id/)
  })
})

describe('pace', () => {
  const paced = () => createFixture({ minGapMs: 3_000, burst: 3, burstWindowMs: 30_000 })

  it('keeps a minimum gap, for repeats as well', () => {
    const game = paced()
    const kim = game.join()
    game.enter(kim, 'duck')
    game.draw()
    game.now += 1_001
    expect(() => game.enter(kim, 'duck')).toThrow(refused('too-fast', { seconds: 2 }))
    game.enter(game.join(), 'duck')
    game.now += 1_999
    expect(game.enter(kim, 'duck').entry.repeat).toBe(true)
  })

  it('allows so many in a window', () => {
    const game = paced()
    const kim = game.join()
    game.enter(kim, 'duck')
    game.draw()
    for (const ms of [5_000, 10_000]) {
      game.now = start + ms
      game.enter(kim, 'duck')
    }
    game.now = start + 20_000
    expect(() => game.enter(kim, 'duck')).toThrow(refused('too-fast', { seconds: 10 }))
    game.now = start + 29_999
    expect(() => game.enter(kim, 'duck')).toThrow(refused('too-fast', { seconds: 1 }))
    game.now = start + 30_000
    game.enter(kim, 'duck')
    game.now = start + 33_000
    expect(() => game.enter(kim, 'duck')).toThrow(refused('too-fast', { seconds: 2 }))
  })

  it('refunds what failed, but not what was known to fail', () => {
    const game = paced()
    const kim = game.join()
    game.enter(kim, 'poison')
    failForGood(game)
    expect(game.enter(kim, 'poison').entry).toMatchObject({ state: 'failed', repeat: true })
    expect(() => game.enter(kim, 'duck')).toThrow(refused('too-fast', { seconds: 3 }))
  })

  it('shuts nobody out when the clock is set back', () => {
    const game = paced()
    const kim = game.join()
    game.enter(kim, 'duck')
    game.draw()
    game.now -= 3_600_000
    expect(game.enter(kim, 'duck').entry.state).toBe('done')
  })
})

describe('CAPTCHA', () => {
  it('is asked for, judged and spent once', () => {
    const game = createFixture({ captcha: 'every' })
    const kim = game.join()
    const enter = (captcha: Parameters<Fixture['enter']>[2] = {}) => game.enter(kim, 'duck', captcha)
    expect(() => enter()).toThrow(refused('captcha-needed'))
    expect(() => enter({ captcha: { ok: false, reason: 'expired' } })).toThrow(refused('captcha-expired'))
    for (const reason of ['forged', 'swapped', 'invalid'] as const) {
      expect(() => enter({ captcha: { ok: false, reason } })).toThrow(refused('captcha-invalid'))
    }
    enter({ captcha: solved('a') })
    game.draw()
    expect(() => enter({ captcha: solved('a') })).toThrow(refused('captcha-used'))
    expect(enter({ captcha: solved('b') }).entry.repeat).toBe(true)
    expect(entries(game)).toHaveLength(2)
  })

  it('is not spent when the entry is refused, nor when none was needed', () => {
    const game = createFixture({ captcha: 'every', minGapMs: 1_000 })
    const kim = game.join()
    game.enter(kim, 'duck', { captcha: solved('a') })
    game.draw()
    expect(() => game.enter(kim, 'duck', { captcha: solved('b') })).toThrow(refused('too-fast', { seconds: 1 }))
    const spent = () => game.db.select({ id: captchaSolution.id }).from(captchaSolution).all()
    expect(spent()).toEqual([{ id: 'a' }])
    game.db.update(round).set({ captcha: 'off' }).run()
    game.now += 1_000
    game.enter(kim, 'duck', { captcha: solved('b') })
    expect(spent()).toEqual([{ id: 'a' }])
  })

  it('is remembered as long as it could be tried again, and not for ever', () => {
    const game = createFixture({ captcha: 'every' })
    game.enter(game.join(), 'duck', { captcha: solved('a', start + 1_000) })
    game.now = start + 3_600_000
    expect(() => game.enter(game.join(), 'duck', { captcha: solved('a', start + 1_000) })).toThrow(
      refused('captcha-used'),
    )
    game.now = start + 3_602_000
    game.enter(game.join(), 'swan', { captcha: solved('b') })
    expect(game.db.select({ id: captchaSolution.id }).from(captchaSolution).all()).toEqual([{ id: 'b' }])
  })

  it('is decided on the player’s own history in this round', () => {
    const game = createFixture({ captcha: 'cadence' })
    const kim = game.join()
    game.enter(kim, 'duck')
    game.draw()
    for (const ms of [4_000, 9_000]) {
      game.now = start + ms
      game.enter(kim, 'duck')
    }
    game.enter(game.join(), 'duck')
    const asked: unknown[] = []
    const verdict = entryNeedsCaptcha(game.db, game.round, kim.id, (...question) => asked.push(question) > 0)
    expect(verdict).toBe(true)
    expect(asked).toEqual([['cadence', { entries: 3, recentGapsMs: [5_000, 4_000] }]])
  })
})

describe('a picture', () => {
  it('is drawn once for all who send its prompt key, in any spelling', () => {
    const game = createFixture()
    game.enter(game.join(), 'Duck')
    game.enter(game.join(), 'duck')
    const lease = game.draw(0.7)
    const late = game.enter(game.join(), 'DUCK').entry
    expect(pictures(game)).toHaveLength(1)
    expect(lease.prompt).toBe('Duck')
    expect(entries(game).map(({ state, repeat, similarity }) => [state, repeat, similarity])).toEqual([
      ['done', false, 0.7],
      ['done', false, 0.7],
      ['done', true, 0.7],
    ])
    expect(late.finishedAt).toBe(start)
  })

  it('is another in another round', () => {
    const game = createFixture()
    const kim = game.join()
    game.enter(kim, 'duck')
    game.draw()
    game.db.update(round).set({ state: 'closed' }).run()
    const second = createRound(game.db, { ...plainRound, contestId: game.round.contestId }, start)
    expect(game.enter(kim, 'duck', { roundId: second.id }).entry.state).toBe('queued')
  })

  it('that failed is not tried again for a minute; its entries fail at once', () => {
    const game = createFixture()
    const kim = game.join()
    game.enter(kim, 'poison')
    failForGood(game)
    game.now += 59_999
    expect(game.enter(kim, 'poison').entry).toMatchObject({ state: 'failed', finishedAt: game.now, similarity: null })
    expect(leasePictures(game.db, 9, game.now)).toEqual([])
    game.now += 1
    expect(game.enter(kim, 'poison').entry.state).toBe('queued')
    const attempts = pictures(game).map(({ attempt, failures }) => [attempt, failures])
    expect(attempts).toEqual([[3, 0]])
    expect(leasePictures(game.db, 9, game.now)).toMatchObject([{ attempt: 4 }])
  })
})

it('numbers entries in the order in which they are accepted, never reusing a number', () => {
  const game = createFixture()
  const sequences = ['a', 'b', 'c'].map(prompt => game.enter(game.join(), prompt).entry.sequence)
  expect(sequences).toEqual([1, 2, 3])
  game.db.delete(entry).where(eq(entry.sequence, 3)).run()
  expect(game.enter(game.join(), 'd').entry.sequence).toBe(4)
})
