import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTaken, takeLock } from '../files/lock.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { StartError } from '../start/start-error.ts'

const marker = (folder: string) => join(folder, 'rehearsal')

/** Beside the real one: `data-rehearsal` for `data`. */
export const rehearsalFolder = (dataFolder: string): string => `${dataFolder}-rehearsal`

/**
 * Empties the folder of the last rehearsal for the next one.
 * @throws {StartError} when it holds a real game, or a rehearsal is running on it.
 */
export async function clearRehearsal(folder: string): Promise<void> {
  if (existsSync(dataFolderAt(folder).databaseFile) && !existsSync(marker(folder))) {
    throw new StartError(`${folder} holds a game that is no rehearsal, and is left alone. Move it away, then rehearse.`)
  }
  await mkdir(folder, { recursive: true })
  try {
    takeLock(join(folder, 'running.lock'))()
  } catch (error) {
    if (isTaken(error)) throw new StartError('A rehearsal is already running. End it first.')
    throw error
  }
  await rm(folder, { recursive: true })
  await mkdir(folder)
  await writeFile(marker(folder), 'A rehearsal: emptied by the next one.\n')
}
