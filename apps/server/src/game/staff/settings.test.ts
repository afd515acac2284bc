import { settingsSchema } from '@dabble/api'
import { expect, it } from 'vitest'
import { auditLog } from '../../db/schema.ts'
import { createBooth } from '../testing/booth.ts'
import { actorOf } from '../testing/crew.ts'
import { createFixture, start } from '../testing/fixture.ts'

async function createCrewBooth() {
  const booth = createBooth(createFixture({ minGapMs: 5_000 }))
  const by = await actorOf(booth.fixture)
  const { id } = booth.fixture.round
  const change = (input: object) => booth.game.staff.settings.change(settingsSchema.parse(input), by)
  const log = () =>
    booth.db
      .select()
      .from(auditLog)
      .all()
      .filter(({ action }) => action === 'settings.change')
  return { ...booth, by, id, change, log }
}

it('holds from the next request on, and every screen is told', async () => {
  const { game, change, told, id, join, enter, draw } = await createCrewBooth()
  const kim = join('kim').id
  await enter(kim, 'duck')
  draw(0.256789)
  await expect(enter(kim, 'swan')).rejects.toThrow('too-fast')
  told.splice(0)
  change({ contest: { name: ' Duck  fair ', timeZone: 'Europe/Berlin', screenLanguages: ['en'] } })
  change({ round: { id, minGapMs: 0, captcha: 'every' } })
  expect(told.splice(0)).toEqual(['board', 'board'])
  expect(game.contest()).toMatchObject({ name: 'Duck fair', timeZone: 'Europe/Berlin' })
  expect(game.screen().languages).toEqual(['en'])
  expect(game.rounds.current()).toMatchObject({ captcha: 'every', pace: { minGapMs: 0 } })
  await expect(enter(kim, 'swan')).rejects.toThrow('captcha-needed')
  change({ round: { id, captcha: 'off' } })
  expect(await enter(kim, 'duck')).toMatchObject({ state: 'done' })
})

it('shows scores everywhere with as many decimals as are set, and more where neighbours would look tied', async () => {
  const { game, change, join, enter, draw, fixture } = await createCrewBooth()
  const [kim, lee, park] = ['kim', 'lee', 'park'].map(name => join(name).id) as [string, string, string]
  const similarities = { [kim]: 0.256789, [lee]: 0.4, [park]: 0.41 }
  for (const [id, similarity] of Object.entries(similarities)) {
    await enter(id, id)
    draw(similarity)
  }
  fixture.now = start + 10_000
  await enter(kim, 'worse')
  draw(0.123456)
  const everywhere = () => ({
    board: game.board(null).board?.rows.map(({ scoreShown }) => scoreShown),
    own: game.own(kim)?.entry?.scoreShown,
    standing: game.own(kim)?.standing?.scoreShown,
    newest: game.newest(1)[0]?.scoreShown,
    waiting: game.staff.screening.view().shown[0]?.scoreShown,
  })
  expect(everywhere()).toEqual({
    board: ['41.00', '40.00', '25.67'],
    own: '12.34',
    standing: '25.67',
    newest: '12.34',
    waiting: '12.34',
  })
  change({ contest: { decimals: 0 } })
  expect(everywhere()).toEqual({ board: ['41', '40', '25'], own: '12', standing: '25', newest: '12', waiting: '12' })
  fixture.now = start + 20_000
  await enter(lee, 'close')
  draw(0.4096)
  expect(everywhere().board).toEqual(['41', '40', '25'])
  change({ contest: { decimals: 3 } })
  expect(everywhere()).toMatchObject({ board: ['41.000', '40.960', '25.678'], own: '12.345' })
})

it('writes down what was and what is, without the password in a webhook’s address', async () => {
  const { change, game, log, id, fixture, by } = await createCrewBooth()
  change({ contest: { decimals: 2 }, round: { id, minGapMs: fixture.round.minGapMs } })
  expect(log()).toEqual([])
  const webhookUrl = 'https://hooks.slack.example/services/T000/secret'
  const view = change({
    contest: { decimals: 3, autoLockMs: 60_000, screenLanguages: ['ko', 'en'], webhookUrl },
    round: { id, screening: true },
  })
  expect(view).toMatchObject({ contest: { decimals: 3, webhookUrl }, round: { id, screening: true } })
  expect(game.staff.settings.get({ ...by, role: 'staff' }).contest.webhookUrl).toBe('https://hooks.slack.example')
  change({ contest: { webhookUrl: null } })
  expect(log().map(({ author, subject, reason }) => [author, subject, reason])).toEqual([
    [
      by.id,
      fixture.round.contestId,
      'screenLanguages: – → ko + en, decimals: 2 → 3, autoLockMs: 300000 → 60000, webhookUrl: – → hooks.slack.example',
    ],
    [by.id, id, 'screening: false → true'],
    [by.id, fixture.round.contestId, 'webhookUrl: hooks.slack.example → –'],
  ])
})

it('changes nothing at all where a part is wrong', async () => {
  const { game, change } = await createCrewBooth()
  expect(() => change({ contest: { name: 'New' }, round: { id: 'none', burst: 1 } })).toThrow('round-unknown')
  expect(game.contest().name).toBe('Booth')
})
