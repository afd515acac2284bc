import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ModelsError } from '@dabble/ml/models'
import { isTaken, takeLock } from '../files/lock.ts'
import { explainDisk } from '../start/start-error.ts'

/** Where pulled and added models lie: with everything else that is worth keeping. */
export const modelsFolderOf = (dataFolder: string): string => join(dataFolder, 'models')

/** A folder as somebody would type it here. */
export function typed(folder: string): string {
  const path = relative(process.cwd(), folder)
  return path === '' || path.startsWith('..') ? folder : path
}

/** Does something with a model that no other process may do at the same time. Throws ModelsError while one does. */
export async function alone<Result>(models: string, name: string, work: () => Promise<Result>): Promise<Result> {
  let release: () => void
  try {
    mkdirSync(models, { recursive: true })
    release = takeLock(join(models, `.${name.replaceAll(/[^\w-]/g, '_')}.lock`))
  } catch (error) {
    if (!isTaken(error)) throw explainDisk(error, models)
    throw new ModelsError(`${name} is being worked on by another process. Wait for that one, or stop it.`)
  }
  try {
    return await work()
  } finally {
    release()
  }
}

/** Aborts with a line for people at the first Ctrl-C; the second ends the process. */
export function stopSignal(line: string): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop.abort(new ModelsError(line)))
  return stop.signal
}
