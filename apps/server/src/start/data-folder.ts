import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isTaken, takeLock } from '../files/lock.ts'
import { explainDisk, StartError } from './start-error.ts'

/** A data folder that this process has for itself until `release`. */
export interface DataFolder {
  path: string
  databaseFile: string
  picturesFolder: string
  release(): void
}

const layout = (path: string) => ({ databaseFile: join(path, 'dabble.sqlite'), picturesFolder: join(path, 'pictures') })

/** Where things lie in a data folder, for those who only look. */
export const dataFolderAt = (path: string): Omit<DataFolder, 'release'> => ({ path, ...layout(path) })

/**
 * Creates the folder where needed and takes it.
 * @throws {StartError} when it cannot be written or another Dabble has it.
 */
export function takeDataFolder(path: string): DataFolder {
  try {
    mkdirSync(layout(path).picturesFolder, { recursive: true })
    accessSync(path, constants.W_OK)
    return { path, ...layout(path), release: takeLock(join(path, 'running.lock')) }
  } catch (error) {
    if (isTaken(error)) {
      throw new StartError(
        `Another Dabble is running on ${path}. Stop it first, or set DABBLE_DATA to another folder.`,
        error,
      )
    }
    throw explainDisk(error, path)
  }
}
