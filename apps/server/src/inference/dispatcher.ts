import type { PartialPicture } from '@dabble/ml/client'
import type { Log } from '../log.ts'
import type { PictureStore } from '../pictures/store.ts'
import { type Drawn, type DrawRequest, drawPicture } from './draw.ts'
import type { Inference } from './inference.ts'
import { notBefore } from './not-before.ts'
import type { Place } from './pool.ts'
import { createSettling } from './settling.ts'
import { troubleOf } from './trouble.ts'

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

export function createDispatcher({ queue, inference, store, log, onPartial, onEnd }: DispatcherParts): Dispatcher {
  const { pool } = inference
  const running = new Map<number, { abort: AbortController; done: Promise<void> }>()
  /** Pictures that broke in company: they are drawn with nobody beside them, so that only who breaks alone is charged. */
  const apart = new Set<number>()
  /** Leases that wait for an endpoint to themselves. */
  const waiting: Lease[] = []
  const settling = createSettling(queue, log, wake)
  let pausedUntil = 0
  let closing = false
  let scheduled = false
  let net: ReturnType<typeof setInterval> | undefined

  function wake() {
    if (scheduled || closing) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      // It may have been asked for in the moment before the end: nobody would wait for what is begun now.
      if (closing) return
      try {
        pump()
      } catch (error) {
        log.error({ err: error }, 'the queue could not be read')
      }
    })
  }

  function pump() {
    if (performance.now() < pausedUntil) return
    while (waiting[0]) {
      const place = pool.take(waiting[0].id, true)
      if (!place) break
      begin(waiting.shift() as Lease, place)
    }
    const free = pool.free()
    if (free <= 0) return
    const leases = queue.lease(free)
    if (leases.length < free) settling.endRests()
    for (const lease of leases) {
      const place = apart.has(lease.id) ? null : pool.take(lease.id, false)
      if (place) begin(lease, place)
      else waiting.push(lease)
    }
    if (waiting.length > 0 && leases.length > 0) wake()
  }

  function begin(lease: Lease, place: Place) {
    const abort = new AbortController()
    const done = work(lease, place, abort.signal).finally(() => {
      place.giveBack()
      running.delete(lease.id)
      onEnd(lease)
      settling.ended(lease)
      wake()
    })
    running.set(lease.id, { abort, done })
  }

  async function work(lease: Lease, place: Place, signal: AbortSignal): Promise<void> {
    try {
      const { deadlineMs } = inference
      const drawn = await drawPicture(lease, {
        ...place.live,
        store,
        signal,
        deadlineMs,
        onPartial: partial => onPartial(lease, partial),
        onDrawn: place.drawn,
      })
      queue.finish(lease, drawn)
      apart.delete(lease.id)
      await place.finished()
    } catch (error) {
      await spoilt(lease, place, signal, error)
    }
  }

  async function spoilt(lease: Lease, place: Place, signal: AbortSignal, error: unknown) {
    const { blame, reason, pauseMs = 0, everywhere, hung } = await troubleOf(error, signal, place.endpoint)
    const verdict = place.failed(blame)
    if (hung) await place.hung()
    const { id, attempt } = lease
    const facts = { picture: id, attempt, endpoint: place.endpoint.name, why: reason }
    if (verdict === 'apart') apart.add(id)
    if (verdict === 'charged') log.error({ ...facts, err: error }, 'a picture was not drawn')
    else if (blame !== 'nobody' || pauseMs) log.warn({ ...facts, verdict }, 'a picture goes back into the queue')
    settling.fail(lease, reason, verdict === 'charged', blame === 'either' && verdict !== 'apart')
    if (!pauseMs) return
    if (!everywhere) return place.pause(pauseMs)
    pausedUntil = performance.now() + pauseMs
    notBefore(pausedUntil, wake)
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
      for (const lease of waiting.splice(0)) settling.fail(lease, 'closing', false, false)
      const work = [...running.values()]
      for (const { abort } of work) abort.abort()
      await Promise.all(work.map(({ done }) => done))
      settling.close()
    },
  }
}
