import type { StaffActor } from '@dabble/api'
import { appRouter } from '@dabble/api/router'
import { desc } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { auditLog } from '../../db/schema.ts'
import type { GameDeps, NewTarget } from '../game.ts'
import { createBooth } from '../testing/booth.ts'
import { actorOf, pin } from '../testing/crew.ts'
import { createFixture, hashOf, plainRound } from '../testing/fixture.ts'
import { addPrize, give, played } from '../testing/prizes.ts'
import { claimAward } from './claim.ts'
import { drawAward } from './draw.ts'
import { issuePairingCode, pairingValidMs } from './pairing.ts'

const reason = 'because'
const name = { ko: '인형', en: 'Plush' }
const kept: NewTarget = { hash: hashOf(999), width: 8, height: 8, embedding: Buffer.alloc(8), prompt: null }
const keep = async () => kept

async function createTable() {
  const fixture = createFixture({ screening: true })
  const bundle = { id: 'pocket', calibration: plainRound.calibration, harmless: true }
  const deps: Partial<GameDeps> = { pictures: { save: keep }, targets: { upload: keep, draw: keep, bundle } }
  const booth = createBooth(fixture, deps)
  const by = await actorOf(fixture, 'owner', 'desk')
  const other = await actorOf(fixture, 'staff', 'tablet')
  const [kim] = [played(fixture, 'kim'), played(fixture, 'lee')]
  const ids = {
    kim: kim.id,
    spot: addPrize(fixture, 'spot', 9),
    pouch: addPrize(fixture, 'participation', 9),
    lot: addPrize(fixture, 'draw', 9),
  }
  const context = {
    game: booth.game,
    deviceId: by.deviceId,
    playerId: null,
    setPlayer() {
      throw new Error('staff are no players')
    },
  }
  return { ...booth, by, other, ids, staff: appRouter.createCaller(context).staff }
}
type Table = Awaited<ReturnType<typeof createTable>>

const staffClaim = (at: Table) => ({ nonce: nanoid(), author: at.by.id, now: at.fixture.now })
const given = (at: Table) => give(at.fixture, at.ids.spot, at.ids.kim)
const claimed = (at: Table) => claimAward(at.db, given(at).claimCode, staffClaim(at))
const step = (what: Parameters<Table['staff']['rounds']['step']>[0]['step']) => (at: Table) =>
  at.staff.rounds.step({ id: at.fixture.round.id, step: what, reason })

/** What each mutation of the staff leaves in the log; `null` for what is no deed. With whatever has to happen first. */
const deeds: Record<
  string,
  [string[] | null, (at: Table) => Promise<() => Promise<unknown>> | (() => Promise<unknown>)]
> = {
  'crew.lock': [null, at => () => at.staff.crew.lock()],
  'crew.touch': [null, at => () => at.staff.crew.touch()],
  'crew.unlock': [['device.unlock'], at => () => at.staff.crew.unlock({ memberId: at.by.id, pin })],
  'crew.changePin': [['crew.pin'], at => () => at.staff.crew.changePin({ oldPin: pin, pin: '555555' })],
  'crew.add': [['crew.add'], at => () => at.staff.crew.add({ name: 'Mina', pin, role: 'staff' })],
  'crew.change': [['crew.rename'], at => () => at.staff.crew.change({ id: at.other.id, name: 'Jun' })],
  'crew.remove': [['crew.remove'], at => () => at.staff.crew.remove({ id: at.other.id })],
  'crew.nameDevice': [['device.name'], at => () => at.staff.crew.nameDevice({ id: 'tablet', name: 'Tablet' })],
  'crew.unpair': [['device.unpair'], at => () => at.staff.crew.unpair({ id: 'tablet' })],
  'crew.invite': [['device.invite'], at => () => at.staff.crew.invite()],
  'prizes.create': [['prize.create'], at => () => at.staff.prizes.create({ kind: 'spot', name, stock: 1 })],
  'prizes.change': [['prize.change'], at => () => at.staff.prizes.change({ id: at.ids.spot, stock: 5 })],
  'prizes.remove': [['prize.remove'], at => () => at.staff.prizes.remove({ id: at.ids.spot, removed: true })],
  'prizes.addCodes': [['prize.codes'], at => () => at.staff.prizes.addCodes({ prizeId: at.ids.spot, codes: ['A'] })],
  'awards.give': [
    ['award.give'],
    at => () => at.staff.awards.give({ nonce: nanoid(), prizeId: at.ids.spot, playerId: at.ids.kim, reason }),
  ],
  'awards.undo': [
    ['award.undo'],
    at => {
      const { id } = given(at)
      return () => at.staff.awards.undo({ id, reason })
    },
  ],
  'awards.claim': [
    ['award.claim'],
    at => {
      const { claimCode } = given(at)
      return () => at.staff.awards.claim({ claimCode, nonce: nanoid() })
    },
  ],
  'awards.handOver': [
    ['award.give', 'award.claim'],
    at => () => at.staff.awards.handOver({ playerId: at.ids.kim, prizeId: at.ids.pouch, nonce: nanoid() }),
  ],
  'awards.unclaim': [
    ['award.unclaim'],
    at => {
      const { id } = claimed(at)
      return () => at.staff.awards.unclaim({ id, reason })
    },
  ],
  'awards.sendCode': [
    ['award.code'],
    async at => {
      await at.staff.prizes.addCodes({ prizeId: at.ids.spot, codes: ['A'] })
      const { id } = given(at)
      return () => at.staff.awards.sendCode({ id, nonce: nanoid() })
    },
  ],
  'awards.draw': [
    ['award.draw'],
    at => () => at.staff.awards.draw({ nonce: nanoid(), prizeId: at.ids.lot, windowId: null }),
  ],
  'awards.redraw': [
    ['award.redraw', 'award.draw'],
    at => {
      const { id: awardId } = drawAward(at.db, at.ids.lot, { ...staffClaim(at), windowId: null })
      return () => at.staff.awards.redraw({ awardId, nonce: nanoid(), windowId: null })
    },
  ],
  'players.setGhost': [['player.ghost'], at => () => at.staff.players.setGhost({ id: at.ids.kim, on: true, reason })],
  'players.mute': [['player.mute'], at => () => at.staff.players.mute({ id: at.ids.kim, on: true, reason })],
  'players.disqualify': [
    ['player.disqualify'],
    at => () => at.staff.players.disqualify({ id: at.ids.kim, on: true, reason }),
  ],
  'players.rename': [
    ['player.rename'],
    at => () => at.staff.players.rename({ id: at.ids.kim, nickname: 'polite', reason }),
  ],
  'players.rebind': [['player.rebind'], at => () => at.staff.players.rebind({ id: at.ids.kim, reason })],
  'players.erase': [['player.erase'], at => () => at.staff.players.erase({ id: at.ids.kim, reason })],
  'screening.show': [['picture.show'], at => () => at.staff.screening.show({ hash: hashOf(1), reason })],
  'screening.hide': [['picture.hide'], at => () => at.staff.screening.hide({ hash: hashOf(1), reason })],
  'screening.showAll': [['picture.show-all'], at => () => at.staff.screening.showAll()],
  'screening.blank': [['screen.blank'], at => () => at.staff.screening.blank({ on: true })],
  'rounds.create': [
    ['round.create'],
    at => () => at.staff.rounds.create({ title: name, target: { draw: 'a secret swan' }, windows: [] }),
  ],
  'rounds.setWindows': [
    ['round.windows'],
    at => () => at.staff.rounds.setWindows({ id: at.fixture.round.id, windows: [] }),
  ],
  'rounds.step': [['round.close'], at => () => step('close')(at)],
  'rounds.retryFailed': [
    ['round.retry'],
    at => {
      at.db.$client.prepare("update picture set state = 'failed' where id = 1").run()
      return () => at.staff.rounds.retryFailed({ id: at.fixture.round.id })
    },
  ],
  changeSettings: [['settings.change'], at => () => at.staff.changeSettings({ contest: { decimals: 4 } })],
}
/** Done by whoever is not of the crew yet. */
const before = ['crew.pair', 'crew.setUp']

it('has a line for every mutation of the staff', () => {
  const mutations = Object.entries(appRouter._def.procedures)
    .filter(([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type === 'mutation')
    .flatMap(([path]) => (path.startsWith('staff.') ? [path.slice('staff.'.length)] : []))
  expect([...Object.keys(deeds), ...before].sort()).toEqual(mutations.sort())
})

it.each(Object.entries(deeds))(
  '%s is in the log once, by whoever did it, and never a secret',
  async (_, [actions, prepare]) => {
    const at = await createTable()
    const act = await prepare(at)
    const newest = at.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1).get()?.id ?? 0
    await act()
    const rows = at.db
      .select()
      .from(auditLog)
      .all()
      .filter(({ id }) => id > newest)
    expect(rows.map(({ action }) => action)).toEqual(actions ?? [])
    expect(rows.map(({ author }) => author)).toEqual(rows.map(() => at.by.id))
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`secret swan|"${pin}|555555`))
  },
)

it('refuses nothing silently: a refused mutation leaves no deed', async () => {
  const at = await createTable()
  const log = () => at.db.select().from(auditLog).all().length
  const length = log()
  await expect(at.staff.crew.remove({ id: at.by.id })).rejects.toThrow('last-owner')
  await expect(at.staff.prizes.change({ id: 'none', stock: 1 })).rejects.toThrow('prize-unknown')
  await expect(step('finalise')(at)).rejects.toThrow('round-state')
  expect(log()).toBe(length)
})

it('writes down who paired and set up a new box', async () => {
  const fixture = createFixture()
  const { db, game } = createBooth(fixture)
  const caller = (deviceId: string) =>
    appRouter.createCaller({ game, deviceId, playerId: null, setPlayer: () => {} }).staff.crew
  const { code } = issuePairingCode(db, fixture.now, pairingValidMs.first)
  await caller('new').pair({ code })
  const { member } = await caller('new').setUp({ name: 'Mina', pin })
  expect(
    db
      .select()
      .from(auditLog)
      .all()
      .map(({ author, action }) => [author, action]),
  ).toEqual([
    ['new', 'device.pair'],
    [(member as StaffActor).id, 'crew.set-up'],
    [(member as StaffActor).id, 'device.unlock'],
  ])
})
