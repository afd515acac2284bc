import type { PartialPicture } from '@dabble/ml/client'
import type { Log } from '../log.ts'
import type { PictureStore } from '../pictures/store.ts'
import { type Drawn, type DrawRequest, drawPicture } from './draw.ts'
import type { Inference } from './inference.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/** The right to draw one picture, fenced by its attempt: results of an attempt that is not running are ignored. */
export interface Lease extends DrawRequest {
  id: number
  attempt: number
}

/** The waiting pictures, in the database. */
export interface PictureQueue {
  /** Up to so many queued pictures, oldest first; they are running from now on. */
  lease(count: number): Lease[]
  finish(lease: Lease, drawn: Drawn): void
  /** Back into the queue; for good after the third failure that counts. */
  fail(lease: Lease, failure: string, counts: boolean): void
}

export interface DispatcherParts {
  queue: PictureQueue
  inference: Inference
  store: PictureStore
  log: Log
  onPartial(lease: Lease, partial: PartialPicture): void
  /** This attempt is over, well or badly. */
  onEnd(lease: Lease): void
}

export interface Dispatcher {
  start(): void
  /** Something may have become possible: a new entry, a sidecar that is ready. */
  wake(): void
  /** Puts running pictures back, uncharged. Returns when none is running. */
  close(): Promise<void>
}

/** Only a net under the events that wake the dispatcher. */
const safetyNetMs = 2_000
/** After its nth failed attempt a picture stays leased until n times so many others were drawn, or none is left. */
const turns = 4

export function createDispatcher({ queue, inference, store, log, onPartial, onEnd }: DispatcherParts): Dispatcher {
  const running = new Map<number, { abort: AbortController; done: Promise<void> }>()
  const resting = new Map<Lease, { reason: string; turns: number }>()
  const unsettled = new Set<ReturnType<typeof setTimeout>>()
  let pausedUntil = 0
  let closing = false
  let scheduled = false
  let net: ReturnType<typeof setInterval> | undefined

  function wake() {
    if (scheduled || closing) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      try {
        pump()
      } catch (error) {
        log.error({ err: error }, 'the queue could not be read')
      }
    })
  }

  function pump() {
    if (performance.now() < pausedUntil || !inference.current()) return
    const free = inference.parallel() - running.size
    if (free <= 0) return
    const leases = queue.lease(free)
    if (leases.length < free) for (const lease of resting.keys()) endRest(lease)
    for (const lease of leases) {
      const abort = new AbortController()
      const done = work(lease, abort.signal).finally(() => {
        running.delete(lease.id)
        onEnd(lease)
        for (const [other, rest] of resting) if (other !== lease && --rest.turns <= 0) endRest(other)
        wake()
      })
      running.set(lease.id, { abort, done })
    }
  }

  async function work(lease: Lease, signal: AbortSignal): Promise<void> {
    const endpoint = inference.current()
    try {
      if (!endpoint) return queue.fail(lease, 'nobody draws', false)
      const { draws, embeds } = endpoint
      const drawn = await drawPicture(lease, {
        draws,
        embeds,
        store,
        signal,
        deadlineMs: inference.deadlineMs,
        onPartial: partial => onPartial(lease, partial),
      })
      queue.finish(lease, drawn)
      if (running.size <= 1) await inference.betweenPictures()
    } catch (error) {
      settle(lease, await troubleOf(error, signal, endpoint), error)
    }
  }

  function settle(lease: Lease, { counts, reason, pauseMs = 0, hung }: Trouble, error: unknown) {
    const { id, attempt } = lease
    if (counts) {
      log.error({ err: error, picture: id, attempt, why: reason }, 'a picture was not drawn')
      resting.set(lease, { reason, turns: attempt * turns })
    } else {
      if (pauseMs) log.warn({ picture: id, why: reason, pauseMs }, 'drawing waits')
      settled(() => queue.fail(lease, reason, false))
    }
    if (hung) void inference.restart()
    if (!pauseMs) return
    pausedUntil = performance.now() + pauseMs
    setTimeout(wake, pauseMs + 1).unref()
  }

  function endRest(lease: Lease) {
    const rest = resting.get(lease)
    resting.delete(lease)
    if (rest) settled(() => queue.fail(lease, rest.reason, true))
  }

  /** Does it now; a full disk or a busy database means: again later, until it is done. */
  function settled(settle: () => void) {
    try {
      settle()
      wake()
    } catch (error) {
      log.error({ err: error }, 'a picture could not be put back')
      const timer = setTimeout(() => {
        unsettled.delete(timer)
        settled(settle)
      }, safetyNetMs)
      unsettled.add(timer)
    }
  }

  return {
    start() {
      inference.onReady(wake)
      net = setInterval(wake, safetyNetMs)
      wake()
    },
    wake,
    async close() {
      closing = true
      clearInterval(net)
      const work = [...running.values()]
      for (const { abort } of work) abort.abort()
      await Promise.all(work.map(({ done }) => done))
      for (const lease of resting.keys()) endRest(lease)
      // What the database does not take now it finds running at the next start, and queues again.
      for (const timer of unsettled) clearTimeout(timer)
    },
  }
}
