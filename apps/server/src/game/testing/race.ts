import { Worker } from 'node:worker_threads'
import type { Race } from './racer.ts'

/** Threads that have raced before: to load what is raced takes one a second, and a race a few milliseconds. */
const idle: Worker[] = []

/**
 * Runs every race in a thread of its own, all let go at the same moment, and returns what each got: sequence numbers, picture
 * ids, what calls return, or the refusal's key.
 */
export async function race(races: Omit<Race, 'gate'>[]): Promise<unknown[][]> {
  const gate = new SharedArrayBuffer(8)
  const flags = new Int32Array(gate)
  const results = races.map(race => run({ ...race, gate }))
  const failed = Promise.all(results).then(() => {})
  for (let ready = 0; ready < races.length; ready = Atomics.load(flags, 0)) {
    const changed = Atomics.waitAsync(flags, 0, ready)
    if (changed.async) await Promise.race([changed.value, failed])
  }
  Atomics.store(flags, 1, 1)
  Atomics.notify(flags, 1)
  return Promise.all(results)
}

function run(race: Race): Promise<unknown[]> {
  const worker = idle.pop() ?? new Worker(new URL('racer.ts', import.meta.url))
  // Between races it must not keep the process.
  worker.unref()
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', results => {
      worker.off('error', reject)
      idle.push(worker)
      resolve(results)
    })
    worker.postMessage(race)
  })
}
