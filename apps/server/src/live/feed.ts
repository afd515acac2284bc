import type { ServerResponse } from 'node:http'
import type {
  EntryProgress,
  KioskState,
  LiveChannel,
  LiveFrame,
  OwnAwardView,
  OwnEntryState,
  PlayerState,
} from '@dabble/api'
import { createSharedState, type SharedState, sseFrame } from './shared-state.ts'
import { createSubscriber, type Subscriber } from './subscriber.ts'

/** Where states come from; each is asked for when needed and never remembered by whoever asks. */
export interface FeedSources {
  kiosk(): KioskState
  player(): PlayerState
  /** Null for somebody who has left and is still watching. */
  ownEntry(playerId: string): OwnEntryState | null
  /** Null when the player has nothing unfinished. */
  ownProgress(playerId: string): EntryProgress | null
  /** Null when the player was never given anything. */
  ownAwards(playerId: string): OwnAwardView[] | null
}

export interface Viewer {
  deviceId: string
  playerId: string | null
}

export interface Feed {
  /** Starts a stream on an answer whose head is written; false when the server has as many as it can serve. */
  subscribe(channel: LiveChannel, viewer: Viewer, response: ServerResponse): boolean
  /** The same state as JSON (`LiveFrame[]`), for those who cannot stream. */
  poll(channel: LiveChannel, viewer: Viewer): string
  /** Board, counters, pictures or round may have changed. */
  stateChanged(): void
  /** This player's newest entry changed. */
  entryChanged(playerId: string): void
  /** This player's unfinished entry got further. */
  progressed(playerId: string, progress: EntryProgress): void
  /** What this player has won changed. */
  awardsChanged(playerId: string): void
  /** Players who are watching now. */
  watching(): Iterable<string>
  /** Streams of phones and screens that are open now. */
  streams(): number
  close(): void
}

const limits = { perDevice: 8, total: 4_000 }
const gapMs = { kiosk: 250, player: 1_000 }
/** Well within the 25 s after which a client takes silence for death; also when windows open and rates sink. */
const aliveMs = 10_000

export function createFeed(sources: FeedSources, onError: (error: unknown) => void): Feed {
  const subscribers: Record<LiveChannel, Set<Subscriber>> = { kiosk: new Set(), player: new Set() }
  const byPlayer = new Map<string, Set<Subscriber>>()
  const byDevice = new Map<string, Set<Subscriber>>()

  const share = (channel: LiveChannel): SharedState =>
    createSharedState<KioskState | PlayerState>({
      event: channel,
      minGapMs: gapMs[channel],
      compute: () => sources[channel](),
      publish: ({ frame }) => {
        for (const subscriber of subscribers[channel]) subscriber.send(channel, frame)
      },
      hasListeners: () => subscribers[channel].size > 0,
      onError,
    })
  const shared = { kiosk: share('kiosk'), player: share('player') }

  const alive = setInterval(() => {
    const frame = sseFrame('alive', '0')
    for (const channel of Object.values(subscribers)) for (const subscriber of channel) subscriber.send('alive', frame)
    stateChanged()
  }, aliveMs)

  function stateChanged() {
    shared.kiosk.changed()
    shared.player.changed()
  }

  function ownFrames(playerId: string): LiveFrame[] {
    const entry = sources.ownEntry(playerId)
    if (!entry) return []
    const progress = sources.ownProgress(playerId)
    return [{ event: 'entry', data: entry }, ...(progress ? [{ event: 'progress' as const, data: progress }] : [])]
  }

  function awardFrames(playerId: string): LiveFrame[] {
    const awards = sources.ownAwards(playerId)
    return awards ? [{ event: 'awards', data: awards }] : []
  }

  /** All that is a player's own, for whoever has missed it. */
  const everyOwnFrame = (playerId: string) => [...ownFrames(playerId), ...awardFrames(playerId)]

  function sendOwn(playerId: string, frame: LiveFrame) {
    const bytes = sseFrame(frame.event, JSON.stringify(frame.data))
    for (const subscriber of byPlayer.get(playerId) ?? []) subscriber.send(frame.event, bytes)
  }

  return {
    subscribe(channel, viewer, response) {
      if (subscribers.kiosk.size + subscribers.player.size >= limits.total) return false
      const subscriber = createSubscriber(response, viewer)
      const homes: [Map<string, Set<Subscriber>>, string][] = [[byDevice, viewer.deviceId]]
      if (channel === 'player' && viewer.playerId) homes.push([byPlayer, viewer.playerId])
      // Streams that a sleeping phone left behind make room for its new one.
      const [oldest] = byDevice.get(viewer.deviceId) ?? []
      if (oldest && (byDevice.get(viewer.deviceId)?.size ?? 0) >= limits.perDevice) oldest.end()

      subscribers[channel].add(subscriber)
      for (const [map, key] of homes) map.set(key, (map.get(key) ?? new Set()).add(subscriber))
      response.on('close', () => {
        subscribers[channel].delete(subscriber)
        for (const [map, key] of homes) {
          map.get(key)?.delete(subscriber)
          if (map.get(key)?.size === 0) map.delete(key)
        }
      })

      subscriber.send(channel, shared[channel].current().frame)
      if (channel === 'player' && viewer.playerId) {
        for (const { event, data } of everyOwnFrame(viewer.playerId)) {
          subscriber.send(event, sseFrame(event, JSON.stringify(data)))
        }
      }
      return true
    },

    poll(channel, { playerId }) {
      const own = channel === 'player' && playerId ? everyOwnFrame(playerId).map(frame => JSON.stringify(frame)) : []
      return `[${[`{"event":"${channel}","data":${shared[channel].current().json}}`, ...own].join(',')}]`
    },

    stateChanged,

    entryChanged(playerId) {
      if (!byPlayer.has(playerId)) return
      for (const subscriber of byPlayer.get(playerId) ?? []) subscriber.drop('progress')
      for (const frame of ownFrames(playerId)) sendOwn(playerId, frame)
    },

    progressed: (playerId, progress) => sendOwn(playerId, { event: 'progress', data: progress }),

    awardsChanged(playerId) {
      if (!byPlayer.has(playerId)) return
      for (const frame of awardFrames(playerId)) sendOwn(playerId, frame)
    },

    watching: () => byPlayer.keys(),
    streams: () => subscribers.kiosk.size + subscribers.player.size,

    close() {
      clearInterval(alive)
      for (const channel of ['kiosk', 'player'] as const) {
        shared[channel].stop()
        for (const subscriber of subscribers[channel]) subscriber.end()
      }
    },
  }
}
