import type { BatchSize } from '../pipeline/batch-sizes.ts'
import { queueFull } from './api-error.ts'
import { nextBatch } from './next-batch.ts'

export type Batcher<Item, Result> = {
  /**
   * Takes a place in line and resolves with the item's result. Throws at once (429) when the line is full; rejects with the
   * signal's reason as soon as it aborts, and a place in line is free again.
   */
  join(item: Item, signal: AbortSignal): Promise<Result>
  /** How many wait or run. */
  depth(): number
}

export type BatcherOptions<Item, Result> = {
  /** How many may wait. */
  limit: number
  most: BatchSize
  /** For company, at most. */
  waitMs: number
  /** Calls `free` when the next batch may start, at the latest when it settles. Results in the order of the items. */
  run(items: Item[], free: () => void): Promise<PromiseSettledResult<Result>[]>
}

type Place<Item, Result> = { item: Item; arrived: number; signal: AbortSignal; leave: () => void } & Pick<
  PromiseWithResolvers<Result>,
  'resolve' | 'reject'
>

/** Batches of what waits, first come, first served, one batch at a time. */
export function createBatcher<Item, Result>(options: BatcherOptions<Item, Result>): Batcher<Item, Result> {
  const { limit, most, waitMs, run } = options
  const waiting: Place<Item, Result>[] = []
  let running = 0
  let busy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Moving average of a batch, for Retry-After. */
  let meanSeconds = 0.3

  function pump() {
    clearTimeout(timer)
    if (busy) return
    const firstMs = performance.now() - (waiting[0]?.arrived ?? 0)
    const next = nextBatch({ count: waiting.length, firstMs }, most, waitMs)
    if ('take' in next) void draw(waiting.splice(0, next.take))
    else if (Number.isFinite(next.waitMs)) timer = setTimeout(pump, Math.ceil(next.waitMs))
  }

  async function draw(places: Place<Item, Result>[]) {
    busy = true
    running += places.length
    const since = performance.now()
    let freed = false
    const free = () => {
      if (freed) return
      freed = true
      busy = false
      pump()
    }
    const results = await run(
      places.map(({ item }) => item),
      free,
    ).catch(reason => places.map(() => ({ status: 'rejected', reason }) as const))
    for (const [i, place] of places.entries()) settle(place, results[i] as PromiseSettledResult<Result>)
    meanSeconds += ((performance.now() - since) / 1000 - meanSeconds) / 8
    running -= places.length
    free()
  }

  return {
    depth: () => waiting.length + running,
    join(item, signal) {
      if (signal.aborted) return Promise.reject(signal.reason)
      if (busy && waiting.length >= limit)
        throw queueFull(Math.ceil(meanSeconds * (Math.floor(waiting.length / most) + 1)))
      const { promise, resolve, reject } = Promise.withResolvers<Result>()
      // One that is being drawn keeps its row of the batch, but its caller is answered at once.
      const leave = () => {
        if (waiting.includes(place)) waiting.splice(waiting.indexOf(place), 1)
        reject(signal.reason)
      }
      const place = { item, arrived: performance.now(), signal, leave, resolve, reject }
      waiting.push(place)
      signal.addEventListener('abort', leave, { once: true })
      pump()
      return promise
    },
  }
}

function settle<Result>(place: Place<unknown, Result>, result: PromiseSettledResult<Result>) {
  const { signal, leave, resolve, reject } = place
  signal.removeEventListener('abort', leave)
  if (result.status === 'fulfilled') resolve(result.value)
  else reject(result.reason)
}
