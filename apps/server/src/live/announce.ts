import { announcedMs } from '../game/announcements.ts'
import type { GameEvents } from '../game/events.ts'
import type { BoothGame } from '../game/game.ts'
import type { Feed } from './feed.ts'

/** How often those who wait are told that the queue has moved. */
const queueMs = 1_000
/** A timer may be a little early by the clock that announcements are measured with. */
const timerSlackMs = 20

/** Turns what happened in the game into what the feed should show. Returns a function that stops it. */
export function announce(events: GameEvents, game: BoothGame, feed: Feed): () => void {
  const waiting = new Set<string>()
  const news = new Set<string>()
  let soon: ReturnType<typeof setImmediate> | null = null
  const ends = new Set<ReturnType<typeof setTimeout>>()
  let timer: ReturnType<typeof setTimeout> | null = null

  function tellTheQueue() {
    timer = null
    for (const playerId of waiting) {
      const progress = game.progress(playerId)
      if (!progress) waiting.delete(playerId)
      else if (progress.state === 'queued') feed.progressed(playerId, progress)
    }
  }

  function tellOfEntries() {
    soon = null
    for (const playerId of news) feed.entryChanged(playerId)
    news.clear()
  }

  const onEntry = (playerId: string) => {
    waiting.add(playerId)
    // After the answer to whoever caused it, which says the same.
    news.add(playerId)
    soon ??= setImmediate(tellOfEntries)
    timer ??= setTimeout(tellTheQueue, queueMs)
  }
  /** The big screen says something now, and no longer once its time is over. */
  const onAward = (playerId: string) => {
    feed.awardsChanged(playerId)
    feed.stateChanged()
    const end = setTimeout(() => {
      ends.delete(end)
      feed.stateChanged()
    }, announcedMs + timerSlackMs)
    ends.add(end)
  }
  events.on('entry', onEntry)
  events.on('board', feed.stateChanged)
  events.on('award', onAward)
  return () => {
    if (timer) clearTimeout(timer)
    if (soon) clearImmediate(soon)
    for (const end of ends) clearTimeout(end)
    events.off('entry', onEntry)
    events.off('award', onAward)
    events.off('board', feed.stateChanged)
  }
}
