import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
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
 * Creates the folder where needed and takes it. The lock is an exclusive SQLite transaction on a side file: the operating
 * system drops it with the process, however that ends, so there is no stale lock to clean up.
 * @throws {StartError} when it cannot be written or another Dabble has it.
 */
export function takeDataFolder(path: string): DataFolder {
  try {
    mkdirSync(layout(path).picturesFolder, { recursive: true })
    accessSync(path, constants.W_OK)
    const lock = new Database(join(path, 'running.lock'), { timeout: 0 })
    try {
      lock.pragma('journal_mode = DELETE')
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      throw error
    }
    return { path, ...layout(path), release: () => lock.close() }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) {
      throw new StartError(
        `Another Dabble is running on ${path}. Stop it first, or set DABBLE_DATA to another folder.`,
        error,
      )
    }
    throw explainDisk(error, path)
  }
}
