import type { StaffActor } from '@dabble/api'
import { describe, expect, it } from 'vitest'
import { auditLog, prize, round } from '../../db/schema.ts'
import type { GameDeps, NewTarget } from '../game.ts'
import { createBooth } from '../testing/booth.ts'
import { actorOf } from '../testing/crew.ts'
import { createFixture, type Fixture, hashOf, plainRound } from '../testing/fixture.ts'
import { addPrize } from '../testing/prizes.ts'
import { changeMember, dismissMember, resetPin } from './crew.ts'
import { unpairDevice } from './devices.ts'

const title = { ko: '인형', en: 'Plush' }
const kept: NewTarget = { hash: hashOf(9), width: 8, height: 8, embedding: Buffer.alloc(8), prompt: null }

/** What takes so long that things happen meanwhile. */
const slow: Record<string, (game: ReturnType<typeof createBooth>['game'], id: string, by: StaffActor) => unknown> = {
  'adds a prize': (game, _, by) =>
    game.staff.prizes.create({ kind: 'spot', name: title, stock: 1, picture: 'data:' }, by),
  'changes a prize': (game, id, by) => game.staff.prizes.change({ id, stock: 99, picture: 'data:' }, by),
  'uploads a target': (game, _, by) =>
    game.staff.rounds.create({ title, target: { upload: 'data:' }, windows: [] }, by),
  'draws a target': (game, _, by) => game.staff.rounds.create({ title, target: { draw: null }, windows: [] }, by),
}
const meanwhile: Record<string, (game: Fixture, by: StaffActor, boss: StaffActor) => void> = {
  'is removed': ({ db, now }, by, boss) => dismissMember(db, by.id, boss, now),
  'is demoted': ({ db, now }, by, boss) => void changeMember(db, { id: by.id, role: 'staff' }, boss, now),
  'loses the device': ({ db, now }, by, boss) => unpairDevice(db, by.deviceId, boss, now),
  'gets another PIN from the terminal': ({ db, now }, by) => resetPin(db, by.id, 'another', now),
}

function boothThat(happens: () => void) {
  const take = async () => {
    happens()
    return kept
  }
  const bundle = { id: 'pocket', calibration: plainRound.calibration, harmless: true }
  const deps: Partial<GameDeps> = { pictures: { save: take }, targets: { upload: take, draw: take, bundle } }
  return createBooth(createFixture(), deps)
}

describe.each(Object.entries(slow))('an owner who %s', (_, act) => {
  it.each(Object.entries(meanwhile))('and meanwhile %s changes nothing', async (_, happen) => {
    let happens = () => {}
    const booth = boothThat(() => happens())
    const { db, fixture, game } = booth
    const [boss, by] = [await actorOf(fixture), await actorOf(fixture)]
    const id = addPrize(fixture, 'spot', 1)
    const all = () => [db.select().from(prize).all(), db.select().from(round).all()]
    const before = all()
    happens = () => happen(fixture, by, boss)
    await expect(act(game, id, by)).rejects.toThrow('not-owner')
    expect(all()).toEqual(before)
    const actions = db.select({ action: auditLog.action }).from(auditLog).all()
    expect(actions.filter(({ action }) => /^prize.change|^round/.test(action))).toEqual([])
  })

  it('is not held up by a device that would have locked itself meanwhile', async () => {
    let happens = () => {}
    const { fixture, game } = boothThat(() => happens())
    const by = await actorOf(fixture)
    const id = addPrize(fixture, 'spot', 1)
    happens = () => {
      fixture.now += 3_600_000
    }
    await act(game, id, by)
  })
})
