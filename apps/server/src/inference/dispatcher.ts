import type { PartialPicture } from '@dabble/ml/client'
import type { FastifyBaseLogger } from 'fastify'
import type { PictureStore } from '../pictures/store.ts'
import { type Drawn, type DrawRequest, drawPicture } from './draw.ts'
import type { Inference } from './inference.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/** The right to draw one picture, fenced by its attempt: results of an attempt that is not running are ignored. */
export interface Lease extends DrawRequest {
  pictureId: number
  attempt: number
}

/** The waiting pictures, in the database. */
export interface PictureQueue {
  /** The oldest queued picture, now running; null when there is none besides those excluded. */
  lease(exclude: readonly number[]): Lease | null
  finish(lease: Lease, drawn: Drawn): void
  /** The attempt counts: back into the queue, or failed for good after the last one. */
  fail(lease: Lease, reason: string): void
  /** The attempt does not count: back into the queue as if never leased. */
  release(lease: Lease): void
}

export interface DispatcherParts {
  queue: PictureQueue
  inference: Inference
  store: PictureStore
  log: FastifyBaseLogger
  onPartial(lease: Lease, partial: PartialPicture): void
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
/** After its nth failed attempt a picture lets others go first for n of these. */
const restMs = 1_000

export function createDispatcher({ queue, inference, store, log, onPartial }: DispatcherParts): Dispatcher {
  const running = new Map<number, { abort: AbortController; done: Promise<void> }>()
  const restingUntil = new Map<number, number>()
  let pausedUntil = 0
  let closing = false
  let scheduled = false
  let net: ReturnType<typeof setInterval> | undefined

  function wake() {
    if (scheduled || closing) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      pump()
    })
  }

  function wakeAfter(ms: number) {
    setTimeout(wake, ms + 1).unref()
  }

  function pump() {
    while (!closing && performance.now() >= pausedUntil && running.size < inference.parallel() && inference.current()) {
      const lease = queue.lease(resting())
      if (!lease) return
      const abort = new AbortController()
      const done = work(lease, abort.signal).finally(() => {
        running.delete(lease.pictureId)
        wake()
      })
      running.set(lease.pictureId, { abort, done })
    }
  }

  function resting(): number[] {
    const now = performance.now()
    for (const [id, until] of restingUntil) if (until <= now) restingUntil.delete(id)
    return [...restingUntil.keys()]
  }

  async function work(lease: Lease, signal: AbortSignal): Promise<void> {
    const endpoint = inference.current()
    try {
      if (!endpoint) return queue.release(lease)
      const { draws, embeds } = endpoint
      const drawn = await drawPicture(lease, {
        draws,
        embeds,
        store,
        signal,
        onPartial: partial => onPartial(lease, partial),
      })
      queue.finish(lease, drawn)
      if (running.size <= 1) await inference.betweenPictures()
    } catch (error) {
      settle(lease, await troubleOf(error, signal, endpoint), error)
    }
  }

  function settle(lease: Lease, trouble: Trouble, error: unknown) {
    const { pictureId, attempt } = lease
    if (!trouble.counts) {
      queue.release(lease)
      if (trouble.pauseMs) log.warn({ pictureId, why: trouble.reason, pauseMs: trouble.pauseMs }, 'drawing waits')
    } else {
      log.error({ err: error, pictureId, attempt, why: trouble.reason }, 'a picture was not drawn')
      queue.fail(lease, trouble.reason)
      restingUntil.set(pictureId, performance.now() + attempt * restMs)
      wakeAfter(attempt * restMs)
    }
    if (trouble.hung) inference.restart()
    if (trouble.pauseMs) {
      pausedUntil = performance.now() + trouble.pauseMs
      wakeAfter(trouble.pauseMs)
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
    },
  }
}
