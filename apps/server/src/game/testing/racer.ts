import { parentPort, workerData } from 'node:worker_threads'
import { closeDatabase, openDatabase } from '../../db/open.ts'
import { createEntry, type NewEntry } from '../entry.ts'
import { leasePictures } from '../queue.ts'

/** What one thread does, over a connection of its own, once everybody is ready. */
export interface Race {
  file: string
  /** [racers ready, started] */
  gate: SharedArrayBuffer
  entries?: NewEntry[]
  leases?: number
}

const { file, gate, entries = [], leases = 0 } = workerData as Race
const db = openDatabase(file)
const flags = new Int32Array(gate)
Atomics.add(flags, 0, 1)
Atomics.notify(flags, 0)
Atomics.wait(flags, 1, 0)

const results: unknown[] = entries.map(input => {
  try {
    return createEntry(db, input, policy => policy === 'every').entry.sequence
  } catch (error) {
    return (error as Error).message
  }
})
for (let i = 0; i < leases; i += 1) results.push(...leasePictures(db, 1, Date.now()).map(({ id }) => id))
closeDatabase(db)
parentPort?.postMessage(results)
