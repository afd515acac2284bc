import { queueFull } from './api-error.ts'

export type Release = () => void

export type Queue = {
  /**
   * Takes a place and resolves with `release` when it is this one's turn. Throws at once (429) when the queue is full; rejects with
   * the signal's reason when it aborts while waiting, and the place is free again.
   */
  join(signal: AbortSignal): Promise<Release>
  /** How many wait or run. */
  depth(): number
}

/** One at a time, first come, first served; at most `limit` wait. */
export function createQueue(limit: number): Queue {
  const waiting: (() => void)[] = []
  let running = false
  /** Moving average of a turn, for Retry-After. */
  let meanSeconds = 0.3

  function start(): Release {
    running = true
    const since = performance.now()
    return () => {
      meanSeconds += ((performance.now() - since) / 1000 - meanSeconds) / 8
      running = false
      waiting.shift()?.()
    }
  }

  return {
    depth: () => waiting.length + (running ? 1 : 0),
    join(signal) {
      if (signal.aborted) return Promise.reject(signal.reason)
      if (!running) return Promise.resolve(start())
      if (waiting.length >= limit) throw queueFull(Math.ceil(meanSeconds * (waiting.length + 1)))
      return new Promise((resolve, reject) => {
        const turn = () => {
          signal.removeEventListener('abort', leave)
          resolve(start())
        }
        const leave = () => {
          waiting.splice(waiting.indexOf(turn), 1)
          reject(signal.reason)
        }
        waiting.push(turn)
        signal.addEventListener('abort', leave, { once: true })
      })
    },
  }
}
