import { Worker } from 'node:worker_threads'
import type { Race } from './racer.ts'

/**
 * Runs every race in a thread of its own, all let go at the same moment, and returns what each got: sequence numbers, picture
 * ids, what calls return, or the refusal's key.
 */
export async function race(races: Omit<Race, 'gate'>[]): Promise<unknown[][]> {
  const gate = new SharedArrayBuffer(8)
  const flags = new Int32Array(gate)
  const results = races.map(
    workerData =>
      new Promise<unknown[]>((resolve, reject) => {
        const worker = new Worker(new URL('racer.ts', import.meta.url), { workerData: { ...workerData, gate } })
        worker.once('message', resolve).once('error', reject)
      }),
  )
  const failed = Promise.all(results).then(() => {})
  for (let ready = 0; ready < races.length; ready = Atomics.load(flags, 0)) {
    const changed = Atomics.waitAsync(flags, 0, ready)
    if (changed.async) await Promise.race([changed.value, failed])
  }
  Atomics.store(flags, 1, 1)
  Atomics.notify(flags, 1)
  return Promise.all(results)
}
