import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { EntryProgress, KioskState, LiveFrame, OwnAwardView, OwnEntryState, PlayerState } from '@dabble/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFeed, type Feed } from './feed.ts'

/** A client whose network can be stopped. */
class Client extends EventEmitter {
  text = ''
  reading = true
  ended = false
  write(bytes: Buffer) {
    this.text += bytes
    return this.reading
  }
  end() {
    this.ended = true
    this.emit('close')
  }
  destroy() {
    this.end()
  }
  resume() {
    this.reading = true
    this.emit('drain')
  }
  get frames(): LiveFrame[] {
    return [...this.text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(
      ([, event, data]) => ({ event, data: JSON.parse(data as string) }) as LiveFrame,
    )
  }
  take() {
    const { frames } = this
    this.text = ''
    return frames
  }
}

let entries: number
let computed: number
let progress: EntryProgress | null
let awards: OwnAwardView[] | null
let feed: Feed

const state = () => ({ at: Date.now(), round: null, board: null, counters: { entries } }) as unknown as PlayerState
const running: EntryProgress = {
  entryId: 'e',
  state: 'running',
  position: 0,
  etaMs: null,
  step: 1,
  steps: 8,
  partial: null,
}
const own: OwnEntryState = { at: 0, entry: null, standing: null }

beforeEach(() => {
  vi.useFakeTimers()
  entries = 0
  computed = 0
  progress = null
  awards = null
  feed = createFeed(
    {
      kiosk: () => state() as unknown as KioskState,
      player: () => {
        computed += 1
        return state()
      },
      ownEntry: () => own,
      ownProgress: () => progress,
      ownAwards: () => awards,
    },
    error => {
      throw error
    },
  )
})
afterEach(() => {
  feed.close()
  vi.useRealTimers()
})

function connect(viewer: { deviceId?: string; playerId?: string | null } = {}, channel: 'player' | 'kiosk' = 'player') {
  const client = new Client()
  feed.subscribe(channel, { deviceId: 'd', playerId: null, ...viewer }, client as unknown as ServerResponse)
  return client
}

it('gives whoever connects the newest state and their own entry at once', () => {
  connect()
  entries = 7
  feed.stateChanged()
  progress = running
  const frames = connect({ playerId: 'p' }).frames
  expect(frames.map(({ event }) => event)).toEqual(['player', 'entry', 'progress'])
  expect(frames[0]?.data).toMatchObject({ counters: { entries: 7 } })
})

it('publishes changes at most once a second to players and four times to the kiosk, and nothing unchanged', () => {
  const [player, kiosk] = [connect(), connect({ deviceId: 'k' }, 'kiosk')]
  player.take()
  kiosk.take()
  for (let ms = 0; ms < 3_000; ms += 50) {
    entries += 1
    feed.stateChanged()
    vi.advanceTimersByTime(50)
  }
  expect(player.take().length).toBeLessThanOrEqual(3)
  expect(kiosk.take().length).toBeLessThanOrEqual(12)
  vi.advanceTimersByTime(1_000)
  player.take()
  feed.stateChanged()
  vi.advanceTimersByTime(2_000)
  expect(player.take()).toEqual([])
})

it('tells those who watch of a change that somebody who has just come, or polls, was told first', () => {
  const [watching, kiosk] = [connect({ playerId: 'p' }), connect({ deviceId: 'k' }, 'kiosk')]
  vi.advanceTimersByTime(2_000)
  watching.take()
  kiosk.take()
  entries += 1
  feed.stateChanged()
  connect({ deviceId: 'late' })
  feed.poll('kiosk', { deviceId: 'late', playerId: null })
  vi.advanceTimersByTime(2_000)
  for (const client of [watching, kiosk]) {
    expect(client.take().map(({ data }) => (data as PlayerState).counters.entries)).toEqual([entries])
  }
})

it('computes a state once for everybody', () => {
  for (let i = 0; i < 100; i += 1) connect({ deviceId: `d${i}` })
  expect(computed).toBe(1)
})

it('lets a slow client skip to the newest state', () => {
  const client = connect({ playerId: 'p' })
  client.take()
  client.reading = false
  for (let i = 1; i <= 5; i += 1) {
    entries = i
    feed.stateChanged()
    vi.advanceTimersByTime(1_000)
  }
  client.resume()
  expect(client.take().map(({ data }) => (data as PlayerState).counters.entries)).toEqual([1, 5])
})

it('takes back progress that a finished entry has overtaken', () => {
  const client = connect({ playerId: 'p' })
  client.take()
  client.reading = false
  feed.progressed('p', running)
  feed.progressed('p', { ...running, step: 2 })
  feed.entryChanged('p')
  client.resume()
  expect(client.take().map(({ event }) => event)).toEqual(['progress', 'entry'])
})

it('sends what is a player’s own to that player only', () => {
  const [mine, theirs] = [connect({ playerId: 'p' }), connect({ playerId: 'q', deviceId: 'e' })]
  mine.take()
  theirs.take()
  feed.progressed('p', running)
  feed.entryChanged('p')
  expect(mine.take().map(({ event }) => event)).toEqual(['progress', 'entry'])
  expect(theirs.take()).toEqual([])
})

it('tells a player what they have won at once and whenever they come back, and when it is taken back', () => {
  const [mine, theirs] = [connect({ playerId: 'p' }), connect({ playerId: 'q', deviceId: 'e' })]
  mine.take()
  theirs.take()
  awards = [{ id: 'a' } as OwnAwardView]
  feed.awardsChanged('p')
  expect(mine.take()).toEqual([{ event: 'awards', data: awards }])
  expect(theirs.take()).toEqual([])
  expect(connect({ playerId: 'p' }).take().at(-1)).toEqual({ event: 'awards', data: awards })
  awards = []
  feed.awardsChanged('p')
  expect(mine.take()).toEqual([{ event: 'awards', data: [] }])
  const polled = JSON.parse(feed.poll('player', { deviceId: 'd', playerId: 'p' })) as LiveFrame[]
  expect(polled.at(-1)).toEqual({ event: 'awards', data: [] })
})

it('says that it is alive while nothing happens', () => {
  const client = connect()
  client.take()
  vi.advanceTimersByTime(15_000)
  expect(client.text).toContain('event: alive\ndata: 0\n\n')
})

it('makes room for a device’s newest stream and forgets closed ones', () => {
  const clients = Array.from({ length: 9 }, () => connect({ playerId: 'p' }))
  expect(clients.map(({ ended }) => ended)).toEqual([true, ...Array(8).fill(false)])
  for (const client of clients) client.end()
  expect([...feed.watching()]).toEqual([])
})

it('answers polls with the same frames', () => {
  progress = running
  const frames = JSON.parse(feed.poll('player', { deviceId: 'd', playerId: 'p' })) as LiveFrame[]
  expect(frames.map(({ event }) => event)).toEqual(['player', 'entry', 'progress'])
  expect(JSON.parse(feed.poll('kiosk', { deviceId: 'd', playerId: 'p' }))).toHaveLength(1)
})

it('ends every stream when the server closes', () => {
  const client = connect()
  feed.close()
  expect(client.ended).toBe(true)
})
