import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { gameErrorOf } from '@dabble/api/client'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { liveFrames, staffOf, startGame, type TestGame, type TestPlayer, type TestStaff } from './harness.ts'

let game: TestGame
let owner: TestStaff
beforeAll(async () => {
  game = await startGame()
  owner = await staffOf(game)
})
afterAll(() => game[Symbol.asyncDispose]())

const rounds = () => owner.client.staff.rounds
const current = async () => (await rounds().list.query()).find(({ state }) => state === 'open') ?? expect.fail()
const step = (id: string, name: Parameters<ReturnType<typeof rounds>['step']['mutate']>[0]['step']) =>
  rounds().step.mutate({ id, step: name, reason: 'a test' })
const keyOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no refusal',
    error => gameErrorOf(error)?.key,
  )
const draw = async (player: TestPlayer, prompt: string) => player.ended((await player.send(prompt)).id)
const names = async (player: TestPlayer) => {
  const { board } = await player.client.board.current.query()
  return board?.rows.map(({ nickname }) => nickname)
}

it('draws a target for a new round, which is pinned, secret, and opens only when no other is open', async () => {
  const first = await current()
  const made = await rounds().create.mutate({
    title: { ko: '두 번째', en: '' },
    target: { draw: 'a swan on a lake' },
    windows: [{ name: 'day 1', opensAt: Date.now() - 1_000, closesAt: Date.now() + 3_600_000 }],
  })
  expect(made).toMatchObject({
    state: 'draft',
    targetDrawn: true,
    title: { ko: '두 번째', en: '두 번째' },
    revision: 0,
  })
  expect(made.target.hash).not.toBe(first.target.hash)
  expect(JSON.stringify(made)).not.toContain('a swan on a lake')
  // The crew sees the target; nobody else is told what it is called before its round is opened.
  expect((await owner.fetch(made.target.url)).status).toBe(200)
  const told = await Promise.all(['kiosk', 'player'].map(name => game.visitor().fetch(`/live/${name}?poll`)))
  for (const answer of told) expect(await answer.text()).not.toContain(made.target.hash)
  expect(await keyOf(step(made.id, 'open'))).toBe('other-round-open')

  await step(first.id, 'close')
  expect((await step(made.id, 'open')).state).toBe('open')
  const player = await game.join()
  expect(player.round.id).toBe(made.id)
  // The target's own words do not draw the target: the round's noise is another.
  const entry = await draw(player, 'a swan on a lake')
  expect(entry.picture?.hash).not.toBe(made.target.hash)
  expect(entry.similarity).toBeLessThan(0.999_999)

  await step(made.id, 'close')
  expect((await step(first.id, 'open')).state).toBe('open')
})

it('takes an uploaded target, and refuses a bomb without keeping anything', async () => {
  const pixels = { width: 320, height: 240, channels: 3, background: 'green' } as const
  const file = await sharp({ create: pixels }).jpeg().toBuffer()
  const upload = (data: Buffer, type = 'jpeg') =>
    rounds().create.mutate({
      title: { ko: '올린 그림', en: 'Uploaded' },
      target: { upload: `data:image/${type};base64,${data.toString('base64')}` },
      windows: [],
    })
  expect(await upload(file)).toMatchObject({ state: 'draft', targetDrawn: false })
  const kept = async () => (await readdir(join(game.config.dataFolder, 'pictures'))).length
  const before = await kept()
  expect(await keyOf(upload(pngBomb(), 'png'))).toBe('upload-too-big')
  expect(await keyOf(upload(Buffer.from('<svg onload="alert(1)"/>'), 'png'))).toBe('upload-unreadable')
  expect(await kept()).toBe(before)
})

it('shows everybody the frozen board, and entries received before it still land on it', async () => {
  const { id } = await current()
  const [kim, lee] = [await game.join('Kim'), await game.join('Lee')]
  await draw(kim, 'a helicopter')
  // Lee's is received and not yet drawn, most likely, when the board freezes.
  const before = await lee.send('a big blue fish')
  expect((await step(id, 'freeze')).frozenAt).toBeGreaterThan(0)
  await lee.ended(before.id)
  const frozen = await names(kim)
  expect(frozen?.toSorted()).toEqual(['Kim', 'Lee'])
  const after = await draw(await game.join('Park'), 'a duck and a swan')
  expect(after).toMatchObject({ state: 'done', rank: null, best: true })
  expect(after.score).toBeGreaterThan(0)
  expect(await names(kim)).toEqual(frozen)
  for await (const frame of liveFrames(kim, 'kiosk')) {
    if (frame.event !== 'kiosk') continue
    expect(frame.data.screen.frozenAt).not.toBeNull()
    expect(frame.data.board?.rows.map(({ nickname }) => nickname)).toEqual(frozen)
    expect(frame.data.newest.map(({ nickname }) => nickname)).not.toContain('Park')
    break
  }
  await step(id, 'unfreeze')
  expect((await names(kim))?.toSorted()).toEqual(['Kim', 'Lee', 'Park'])
})

it('is final only once everything is drawn; a disqualification changes it only by a revision', async () => {
  const { id } = await current()
  const players = await Promise.all(['A', 'B', 'C'].map(name => game.join(name)))
  const sent = await Promise.all(players.map((player, i) => player.send(`${i} swans at sunset`)))
  await step(id, 'close')
  const [first] = players as [TestPlayer]
  expect(await keyOf(first.send('too late'))).toBe('round-not-open')
  const refusal = await step(id, 'finalise').catch(gameErrorOf)
  expect(refusal).toMatchObject({ key: 'round-unfinished', values: { unfinished: expect.any(Number) } })
  await Promise.all(sent.map((entry, i) => players[i]?.ended(entry.id)))
  expect(await step(id, 'finalise')).toMatchObject({ state: 'final', revision: 1, outdated: false })

  const published = await names(first)
  const reason = 'a macro'
  await owner.client.staff.players.disqualify.mutate({ id: first.id, on: true, reason })
  expect(await names(first)).toEqual(published)
  expect((await rounds().list.query()).find(round => round.id === id)).toMatchObject({ outdated: true })
  expect(await step(id, 'revise')).toMatchObject({ revision: 2, outdated: false })
  expect(await names(first)).toEqual(published?.filter(name => name !== 'A'))
  expect((await step(id, 'reveal')).revisions.map(({ revision, by }) => [revision, by])).toEqual([
    [2, owner.member.name],
    [1, owner.member.name],
  ])
  const { board } = await first.client.board.current.query()
  expect(board?.rows.every(({ prompt }) => typeof prompt === 'string')).toBe(true)
  expect((await first.client.round.current.query())?.revealedPrompt).toMatch(/\S/)
})

it('tells the crew how the box is', async () => {
  const health = await owner.client.staff.health.query()
  expect(health).toMatchObject({
    problems: [],
    inference: {
      ready: true,
      notes: [],
      endpoints: [{ state: 'ready', provider: 'cpu', gpu: null, repeatable: true }],
    },
    failedPictures: 0,
    lastBackupAt: null,
    version: expect.stringMatching(/^\d+\.\d+/),
  })
  expect(health.players).toBeGreaterThan(5)
  expect(health.disk.picturesBytes).toBeGreaterThan(10_000)
  expect(health.disk.databaseBytes).toBeGreaterThan(10_000)
})

/** A PNG of a few kilobytes that says it is 30,000 by 30,000 pixels, and is. */
function pngBomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(30_000, 0)
  header.writeUInt32BE(30_000, 4)
  // One bit a pixel, grey.
  header[8] = 1
  const rows = Buffer.alloc((30_000 / 8 + 1) * 30_000)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}
