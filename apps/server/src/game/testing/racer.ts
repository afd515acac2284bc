import { parentPort } from 'node:worker_threads'
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
  calls?: Call[]
}

/** A function of a module, called with the connection and these arguments. */
export interface Call {
  /** Its address. */
  module: string
  name: string
  args: unknown[]
}

parentPort?.on('message', async (race: Race) => parentPort?.postMessage(await run(race)))

async function run({ file, gate, entries = [], leases = 0, calls = [] }: Race): Promise<unknown[]> {
  const db = openDatabase(file)
  const flags = new Int32Array(gate)
  const modules = new Map<string, Record<string, (...args: unknown[]) => unknown>>()
  for (const { module } of calls) modules.set(module, await import(module))
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
  for (const { module, name, args } of calls) {
    try {
      results.push(await modules.get(module)?.[name]?.(db, ...args))
    } catch (error) {
      results.push((error as Error).message)
    }
  }
  closeDatabase(db)
  return results
}
