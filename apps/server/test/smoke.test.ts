import type { LiveFrame, OwnEntryState } from '@dabble/api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { liveFrames, startGame, type TestGame } from './harness.ts'

let game: TestGame
beforeAll(async () => {
  game = await startGame()
})
afterAll(() => game[Symbol.asyncDispose]())

/** Reads a stream until a frame satisfies the condition. */
async function until(frames: AsyncGenerator<LiveFrame>, enough: (frame: LiveFrame) => boolean): Promise<LiveFrame[]> {
  const seen: LiveFrame[] = []
  for await (const frame of frames) {
    seen.push(frame)
    if (enough(frame)) break
  }
  return seen
}

const isDone = ({ event, data }: LiveFrame) => event === 'entry' && data.entry?.state === 'done'

it('plays: join, prompt, picture step by step, score, rank, board, big screen', async () => {
  const player = await game.join('Minji')
  const watching = until(liveFrames(player, 'player'), isDone)
  const bigScreen = until(
    liveFrames(game.visitor(), 'kiosk'),
    frame => frame.event === 'kiosk' && frame.data.newest.some(({ nickname }) => nickname === 'Minji'),
  )
  const { id } = await player.send('오리')
  const frames = await watching

  const progress = frames.filter(frame => frame.event === 'progress').map(({ data }) => data)
  expect(progress.some(({ partial }) => partial?.startsWith('data:image/'))).toBe(true)
  expect(progress.at(-1)?.step).toBeGreaterThan(0)

  const { entry, standing } = (frames.at(-1) as LiveFrame).data as OwnEntryState
  expect(entry).toMatchObject({ id, state: 'done', repeat: false, hidden: false, best: true, rank: 1 })
  expect(entry?.scoreShown).toMatch(/^\d{1,3}\.\d\d$/)
  expect(standing).toMatchObject({ rank: 1, entryId: id, entries: 1 })

  const picture = await player.fetch(entry?.picture?.url as string)
  expect(picture.status).toBe(200)
  expect(picture.headers.get('content-type')).toBe('image/png')

  const { board } = await player.client.board.current.query()
  expect(board?.rows).toMatchObject([{ nickname: 'Minji', rank: 1, scoreShown: entry?.scoreShown }])
  expect((await bigScreen).at(-1)?.data).toMatchObject({ counters: { players: 1, entries: 1, pictures: 1 } })
})

it('answers a known prompt at once, with the first picture and score', async () => {
  const first = await game.join()
  const drawn = await first.ended((await first.send('a frog in a meadow')).id)
  const second = await game.join()
  const repeat = await second.send('A  frog in a meadow!')
  expect(repeat).toMatchObject({ state: 'done', repeat: true, similarity: drawn.similarity, picture: drawn.picture })
})

it('takes an entry whose answer was lost only once', async () => {
  const player = await game.join()
  const { id } = await player.send('a sailboat at sunset')
  const again = await player.send('a sailboat at sunset', id)
  expect(again.id).toBe(id)
  const ended = await player.ended(id)
  expect((await player.send('a sailboat at sunset', id)).similarity).toBe(ended.similarity)
  expect((await player.client.entry.mine.query()).entries).toHaveLength(1)
  await expect(player.send('a cat', id)).rejects.toMatchObject({ data: { game: { key: 'entry-conflict' } } })
})

it('keeps the target’s prompt to itself', async () => {
  const player = await game.join()
  const everything = await Promise.all(
    ['/live/player?poll', '/live/kiosk?poll', '/trpc/round.current', '/trpc/round.contest', '/trpc/board.current'].map(
      async path => (await player.fetch(path)).text(),
    ),
  )
  expect(everything.join()).not.toMatch(/targetPrompt|noiseSeed|promptKey/)
})

it('gives whoever reconnects the state at once', async () => {
  const player = await game.join()
  const { id } = await player.send('a penguin in the snow')
  await player.ended(id)
  const frames = await until(liveFrames(player, 'player'), isDone)
  expect(frames.map(({ event }) => event)).toEqual(['player', 'entry'])
  const polled = (await (await player.fetch('/live/player?poll')).json()) as LiveFrame[]
  expect(polled.map(({ event }) => event)).toEqual(['player', 'entry'])
})
