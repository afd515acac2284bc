import { expect, it } from 'vitest'
import { auditLog } from '../../db/schema.ts'
import { createBooth } from '../testing/booth.ts'
import { actorOf } from '../testing/crew.ts'
import { hashOf } from '../testing/fixture.ts'
import { dismissMember } from './crew.ts'

it('calls everybody and everything by their names, newest first', async () => {
  const { fixture, game, join, enter, draw } = createBooth()
  const [boss, jun] = [await actorOf(fixture, 'owner', 'desk'), await actorOf(fixture, 'staff')]
  const { id, playerCode } = join('kim')
  await enter(id, 'duck')
  draw(0.5)
  const reason = 'x'
  game.staff.crew.nameDevice({ id: 'desk', name: 'Desk' }, boss)
  game.players.rename(id, 'Kim')
  game.staff.players.mute({ id, on: true, reason }, jun)
  game.staff.screening.hide({ hash: hashOf(1), reason }, jun)
  game.staff.settings.change({ round: { id: fixture.round.id, burst: 3 } }, boss)
  dismissMember(fixture.db, jun.id, boss, fixture.now)
  expect(game.staff.log(null).map(({ author, action, subjectName }) => [author, action, subjectName])).toEqual([
    [boss.name, 'crew.remove', jun.name],
    [boss.name, 'settings.change', '오리와 백조'],
    [jun.name, 'picture.hide', hashOf(1).slice(0, 8)],
    [jun.name, 'player.mute', 'Kim'],
    ['player', 'player.rename', 'Kim'],
    [boss.name, 'device.name', 'Desk'],
    ['system', 'device.pair', null],
    ['system', 'device.pair', 'Desk'],
  ])
  game.players.leave(id)
  expect(game.staff.log(null)[0]).toMatchObject({ author: 'player', action: 'player.leave', subjectName: null })
  expect(JSON.stringify(game.staff.log(null))).not.toMatch(new RegExp(`Kim|${playerCode}`))
})

it('comes in pages of fifty', async () => {
  const { db, game } = createBooth()
  const rows = Array.from({ length: 120 }, (_, i) => ({
    at: i,
    author: 'system',
    action: 'settings.change',
    subject: `${i}`,
    reason: '',
  }))
  db.insert(auditLog).values(rows).run()
  const seen: string[] = []
  for (let before: number | null = null, page = game.staff.log(before); page.length > 0; ) {
    seen.push(...page.map(({ subject }) => subject))
    before = page.at(-1)?.id ?? null
    expect(page.length).toBeLessThanOrEqual(50)
    page = game.staff.log(before)
  }
  expect(seen).toEqual(rows.map(({ subject }) => subject).reverse())
})
