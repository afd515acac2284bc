import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog, round } from '../../db/schema.ts'
import { createBooth } from '../testing/booth.ts'
import { actorOf } from '../testing/crew.ts'
import { createFixture, drawn, hashOf, start } from '../testing/fixture.ts'

async function createHeldBooth() {
  const booth = createBooth(createFixture({ screening: true }))
  const by = await actorOf(booth.fixture)
  const { screening, settings } = booth.game.staff
  const hold = (on: boolean) => settings.change({ round: { id: booth.fixture.round.id, screening: on } }, by)
  const send = async (nickname: string, prompt: string, hash?: string) => {
    await booth.enter(booth.join(nickname).id, prompt)
    for (const lease of booth.queue.lease(1)) booth.queue.finish({ ...drawn(lease), ...(hash ? { hash } : {}) })
  }
  const prompts = () => {
    const { waiting, shown, hidden, waitingInAll } = screening.view()
    const of = (list: typeof waiting) => list.map(({ prompt }) => prompt)
    return { waiting: of(waiting), waitingInAll, shown: of(shown), hidden: of(hidden) }
  }
  return { ...booth, by, screening, hold, send, prompts }
}

const reason = 'x'

it('holds new pictures, oldest first, with the prompt and who found it', async () => {
  const { game, screening, send, prompts, fixture } = await createHeldBooth()
  await send('kim', 'a duck')
  fixture.now = start + 5_000
  await send('lee', 'a swan')
  expect(prompts()).toEqual({ waiting: ['a duck', 'a swan'], waitingInAll: 2, shown: [], hidden: [] })
  expect(screening.view()).toMatchObject({ holding: true, blank: false })
  expect(screening.view().waiting[0]).toEqual({
    picture: { hash: hashOf(1), url: `/pictures/${hashOf(1)}`, width: 256, height: 256 },
    prompt: 'a duck',
    nickname: 'kim',
    scoreShown: '50.00',
    at: start,
  })
  expect(game.newest(9)).toEqual([])
})

it('shows, hides and shows again, and tells every screen', async () => {
  const { game, screening, send, prompts, told, by } = await createHeldBooth()
  for (const prompt of ['a', 'b', 'c']) await send(`player ${prompt}`, prompt)
  told.splice(0)
  screening.show({ hash: hashOf(1), reason }, by)
  screening.hide({ hash: hashOf(2), reason }, by)
  expect(told).toEqual(['board', 'board'])
  expect(prompts()).toEqual({ waiting: ['c'], waitingInAll: 1, shown: ['a'], hidden: ['b'] })
  expect(game.visibilityOf(hashOf(2))).toBe('hidden')
  screening.show({ hash: hashOf(2), reason }, by)
  expect(prompts()).toEqual({ waiting: ['c'], waitingInAll: 1, shown: ['b', 'a'], hidden: [] })
})

it('shows everything that waits, once', async () => {
  const { db, screening, send, prompts, by } = await createHeldBooth()
  for (const prompt of ['a', 'b']) await send(`player ${prompt}`, prompt)
  screening.hide({ hash: hashOf(2), reason }, by)
  await send('late', 'c')
  expect(screening.showAll(by)).toBe(2)
  expect(screening.showAll(by)).toBe(0)
  expect(prompts()).toMatchObject({ waiting: [], hidden: ['b'] })
  const deeds = db.select().from(auditLog).where(eq(auditLog.action, 'picture.show-all')).all()
  expect(deeds).toMatchObject([{ author: by.id, reason: '2' }])
})

it('follows a change of mind from the next picture on, also one that is being drawn; what waits goes on waiting', async () => {
  const { send, prompts, hold, queue, enter, join } = await createHeldBooth()
  await send('kim', 'held')
  await enter(join('lee').id, 'drawn meanwhile')
  const leases = queue.lease(1)
  hold(false)
  for (const lease of leases) queue.finish(drawn(lease))
  await send('park', 'free')
  expect(prompts()).toMatchObject({ waiting: ['held'], shown: ['free', 'drawn meanwhile'] })
  hold(true)
  await send('choi', 'held again')
  expect(prompts()).toMatchObject({ waiting: ['held', 'held again'], waitingInAll: 2 })
})

it('asks once about bytes that two prompts draw, and never again about what was shown', async () => {
  const { screening, send, prompts, by } = await createHeldBooth()
  await send('kim', 'one', hashOf(9))
  await send('lee', 'two', hashOf(9))
  expect(prompts()).toMatchObject({ waiting: ['one'], waitingInAll: 1 })
  screening.show({ hash: hashOf(9), reason }, by)
  await send('park', 'three', hashOf(9))
  expect(prompts()).toMatchObject({ waiting: [], shown: ['one'] })
})

it('blanks the big screen and brings it back, once each', async () => {
  const { db, game, screening, by } = await createHeldBooth()
  for (const on of [true, true, false, false]) {
    screening.blank(on, by)
    expect([game.screen().blank, screening.view().blank]).toEqual([on, on])
  }
  const actions = db.select({ action: auditLog.action }).from(auditLog).all()
  expect(actions.map(({ action }) => action).filter(action => action.startsWith('screen.'))).toEqual([
    'screen.blank',
    'screen.unblank',
  ])
})

it('has nothing to show before the first round', async () => {
  const { db, screening, by } = await createHeldBooth()
  db.update(round).set({ state: 'draft' }).run()
  expect(screening.view()).toMatchObject({ holding: false, waiting: [], waitingInAll: 0 })
  expect(screening.showAll(by)).toBe(0)
})
