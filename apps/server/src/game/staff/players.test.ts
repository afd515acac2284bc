import { type BoardRow, newEntryId, type StaffActor } from '@dabble/api'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog, entry, picture, player } from '../../db/schema.ts'
import { standings } from '../standing.ts'
import { createBooth } from '../testing/booth.ts'
import { actorOf } from '../testing/crew.ts'
import { call } from '../testing/crew-calls.ts'
import { createFixture, hashOf, newEntry, start } from '../testing/fixture.ts'
import { race } from '../testing/race.ts'

async function createCrewBooth() {
  const booth = createBooth()
  const by = await actorOf(booth.fixture)
  const { players } = booth.game.staff
  const play = async (nickname: string, similarity: number) => {
    const joined = booth.join(nickname, `phone of ${similarity}`)
    await booth.enter(joined.id, `by ${nickname}`)
    booth.draw(similarity)
    return joined
  }
  const names = () => (booth.game.board(null).board?.rows ?? []).map(({ nickname, rank }: BoardRow) => [rank, nickname])
  return { ...booth, by, players, play, names }
}

const reason = 'because'

it('finds players by a part of their nickname, by code and by the address on their phone', async () => {
  const { players, play, join } = await createCrewBooth()
  const kim = await play('Kim Minsu', 0.9)
  const park = await play('박민수', 0.8)
  const late = join('mk')
  const found = (text: string) => players.search(text).map(({ nickname }) => nickname)
  expect(found('')).toEqual(['mk', '박민수', 'Kim Minsu'])
  expect(found(' MINSU ')).toEqual(['Kim Minsu'])
  expect(found('ｋｉｍ')).toEqual(['Kim Minsu'])
  expect(found('민수')).toEqual(['박민수'])
  expect(found('m')).toEqual(['mk', 'Kim Minsu'])
  expect(found('%')).toEqual([])
  expect(found(kim.playerCode.toLowerCase())).toEqual(['Kim Minsu'])
  expect(found(`https://booth.test/staff/player/${park.playerCode}`)).toEqual(['박민수'])
  expect(found('https://booth.test/staff/player/22222')).toEqual([])
  expect(players.search('민수')[0]).toEqual({
    id: park.id,
    nickname: '박민수',
    playerCode: park.playerCode,
    ghost: false,
    muted: false,
    disqualified: false,
    joinedAt: start,
    entries: 1,
    rank: 2,
    scoreShown: '80.00',
    picture: { hash: hashOf(2), url: `/pictures/${hashOf(2)}`, width: 256, height: 256 },
  })
  expect(players.search('mk')[0]).toMatchObject({
    id: late.id,
    entries: 0,
    rank: null,
    scoreShown: null,
    picture: null,
  })
})

it('shows a player with entries, awards and all that was done', async () => {
  const { players, play, by } = await createCrewBooth()
  const { id } = await play('kim', 0.9)
  players.rename({ id, nickname: 'Kim', reason: 'asked to' }, by)
  expect(players.get(id)).toMatchObject({
    nickname: 'Kim',
    recent: [{ prompt: 'by kim', scoreShown: '90.00', rank: 1 }],
    awards: [],
    log: [{ author: by.name, action: 'player.rename', subject: id, subjectName: 'Kim', reason: 'kim → Kim: asked to' }],
  })
})

it('takes the disqualified out of every rank at once, and puts them back where they were', async () => {
  const { game, players, play, names, told, by, enter } = await createCrewBooth()
  const [kim, lee] = [await play('kim', 0.9), await play('lee', 0.8)]
  told.splice(0)
  expect(players.disqualify({ id: kim.id, on: true, reason }, by)).toMatchObject({ disqualified: true, rank: null })
  expect(told.splice(0)).toEqual([`entry ${kim.id}`, 'board'])
  expect(names()).toEqual([[1, 'lee']])
  expect(game.own(kim.id)?.standing).toBeNull()
  expect(game.entries.mine(lee.id).standing).toMatchObject({ rank: 1 })
  expect(game.newest(9).map(({ nickname }) => nickname)).toEqual(['lee'])
  await expect(enter(kim.id, 'more')).rejects.toThrow('player-disqualified')
  players.disqualify({ id: kim.id, on: true, reason: 'twice' }, by)
  expect(players.disqualify({ id: kim.id, on: false, reason: 'a mistake' }, by)).toMatchObject({ rank: 1 })
  expect(names()).toEqual([
    [1, 'kim'],
    [2, 'lee'],
  ])
  expect(players.get(kim.id).log.map(({ action, reason }) => [action, reason])).toEqual([
    ['player.restore', 'a mistake'],
    ['player.disqualify', reason],
  ])
})

it('accepts nothing from a player from the moment they are disqualified, however fast they send', async () => {
  const game = createFixture()
  const by = await actorOf(game)
  const kim = game.join('kim')
  game.enter(kim, 'duck')
  game.draw(0.9)
  const entries = Array.from({ length: 200 }, () => newEntry(game, kim, 'duck'))
  const [sent = [], [banned] = []] = await race([
    { file: game.file, entries },
    { file: game.file, calls: [call('ban', start, kim.id, by)] },
  ])
  const accepted = sent.filter(result => typeof result === 'number').length
  expect(banned).toBeUndefined()
  expect(sent.slice(accepted)).toEqual(Array(200 - accepted).fill('player-disqualified'))
  expect(game.db.select().from(entry).all()).toHaveLength(1 + accepted)
  expect(standings(game.db, game.round)).toEqual([])
})

it('makes ghosts and people of them again', async () => {
  const { players, play, names, by } = await createCrewBooth()
  const boss = await play('boss', 0.9)
  await play('kim', 0.8)
  expect(players.setGhost({ id: boss.id, on: true, reason }, by)).toMatchObject({ ghost: true, rank: null })
  expect(names()).toEqual([
    [null, 'boss'],
    [1, 'kim'],
  ])
  players.setGhost({ id: boss.id, on: false, reason }, by)
  expect(names()[0]).toEqual([1, 'boss'])
})

it('shows the muted by their code and without pictures, to everybody but themselves', async () => {
  const { game, players, play, enter, by } = await createCrewBooth()
  const kim = await play('rude name', 0.9)
  await play('lee', 0.8)
  const everywhere = () => JSON.stringify([game.board(null), game.newest(9)])
  players.mute({ id: kim.id, on: true, reason }, by)
  expect(game.board(null).board?.rows[0]).toMatchObject({ rank: 1, nickname: kim.playerCode, picture: null })
  expect(game.newest(9).map(({ nickname }) => nickname)).toEqual(['lee'])
  expect(everywhere()).not.toContain('rude')
  expect(everywhere()).not.toContain(hashOf(1))
  expect(game.players.me(kim.id).nickname).toBe('rude name')
  expect(game.entries.mine(kim.id)).toMatchObject({
    standing: { rank: 1 },
    entries: [{ picture: { hash: hashOf(1) } }],
  })
  expect(await enter(kim.id, 'by lee')).toMatchObject({ state: 'done' })
  players.mute({ id: kim.id, on: false, reason }, by)
  expect(game.board(null).board?.rows[0]).toMatchObject({ nickname: 'rude name', picture: { hash: hashOf(1) } })
})

it('renames to what is free', async () => {
  const { players, play, by } = await createCrewBooth()
  const [kim] = [await play('kim', 0.9), await play('lee', 0.8)]
  expect(() => players.rename({ id: kim.id, nickname: 'LEE', reason }, by)).toThrow('nickname-taken')
  expect(players.rename({ id: kim.id, nickname: 'player 1', reason }, by).nickname).toBe('player 1')
})

it('erases a player as if they had left, with the names in the log', async () => {
  const { db, game, players, play, names, told, by } = await createCrewBooth()
  const { id } = await play('secret name', 0.9)
  players.rename({ id, nickname: 'other secret', reason: 'x' }, by)
  told.splice(0)
  players.erase({ id, reason: 'asked by mail' }, by)
  expect(told).toEqual(['board'])
  expect(names()).toEqual([])
  expect(() => game.players.me(id)).toThrow('not-joined')
  expect(game.visibilityOf(hashOf(1))).toBe('hidden')
  const stored = JSON.stringify([player, entry, auditLog].map(table => db.select().from(table).all()))
  expect(stored).not.toMatch(/secret/)
  expect(db.select().from(picture).get()?.prompt).toBe('')
  expect(db.select().from(auditLog).where(eq(auditLog.action, 'player.erase')).all()).toMatchObject([
    { author: by.id, subject: id, reason: 'asked by mail' },
  ])
})

it('knows nobody who has left or never joined', async () => {
  const { players, play, by } = await createCrewBooth()
  const { id } = await play('kim', 0.9)
  players.erase({ id, reason }, by)
  const asks: ((id: string, by: StaffActor) => unknown)[] = [
    id => players.get(id),
    (id, by) => players.setGhost({ id, on: true, reason }, by),
    (id, by) => players.mute({ id, on: true, reason }, by),
    (id, by) => players.disqualify({ id, on: true, reason }, by),
    (id, by) => players.rename({ id, nickname: 'x', reason }, by),
    (id, by) => players.rebind({ id, reason }, by),
    (id, by) => players.erase({ id, reason }, by),
  ]
  for (const ask of asks) for (const who of [id, newEntryId()]) expect(() => ask(who, by)).toThrow('player-unknown')
  expect(players.search('kim')).toEqual([])
})
