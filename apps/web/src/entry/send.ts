import type { EntryView, GameErrorShape } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'

export type Outcome = { kind: 'answered'; entry: EntryView } | { kind: 'refused'; error: GameErrorShape }

export interface SendOptions {
  create: () => Promise<EntryView>
  /** Resolves when it is worth trying again: after so many milliseconds, or as soon as the phone wakes or is online. */
  pause: (ms: number) => Promise<void>
  signal: AbortSignal
  /** Called before every attempt but the first. */
  onRetry?: () => void
}

const retryMs = { first: 500, most: 8_000 }
/** The server's own failures pass (it is restarting, say), or else somebody should know. */
const mostInternal = 4

/**
 * Sends the same entry until the server has answered, however long that takes: the id makes repeating safe. A refusal by the
 * game's rules is an answer. Resolves to null when the signal aborts.
 */
export async function sendUntilAnswered({ create, pause, signal, onRetry }: SendOptions): Promise<Outcome | null> {
  let internal = 0
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    if (attempt > 0) onRetry?.()
    try {
      return { kind: 'answered', entry: await create() }
    } catch (error) {
      const refusal = gameErrorOf(error)
      if (refusal?.key === 'internal') internal += 1
      if (refusal && (refusal.key !== 'internal' || internal >= mostInternal))
        return { kind: 'refused', error: refusal }
    }
    if (signal.aborted) break
    await pause(Math.min(retryMs.most, retryMs.first * 2 ** attempt))
  }
  return null
}

/** `pause` for browsers. */
export function pauseOrWake(ms: number): Promise<void> {
  return new Promise(resolve => {
    const over = () => {
      clearTimeout(timer)
      removeEventListener('online', over)
      document.removeEventListener('visibilitychange', woken)
      resolve()
    }
    const woken = () => {
      if (document.visibilityState === 'visible') over()
    }
    const timer = setTimeout(over, ms)
    addEventListener('online', over)
    document.addEventListener('visibilitychange', woken)
  })
}
