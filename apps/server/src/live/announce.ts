import type { GameEvents } from '../game/events.ts'
import type { BoothGame } from '../game/game.ts'
import type { Feed } from './feed.ts'

/** How often those who wait are told that the queue has moved. */
const queueMs = 1_000

/** Turns what happened in the game into what the feed should show. Returns a function that stops it. */
export function announce(events: GameEvents, game: BoothGame, feed: Feed): () => void {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null

  function tellTheQueue() {
    timer = null
    for (const playerId of waiting) {
      const progress = game.progress(playerId)
      if (!progress) waiting.delete(playerId)
      else if (progress.state === 'queued') feed.progressed(playerId, progress)
    }
  }

  const onEntry = (playerId: string) => {
    waiting.add(playerId)
    feed.entryChanged(playerId)
    timer ??= setTimeout(tellTheQueue, queueMs)
  }
  events.on('entry', onEntry)
  events.on('board', feed.stateChanged)
  return () => {
    if (timer) clearTimeout(timer)
    events.off('entry', onEntry)
    events.off('board', feed.stateChanged)
  }
}
