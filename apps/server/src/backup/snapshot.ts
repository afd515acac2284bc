import Database from 'better-sqlite3'
import { openToRead } from '../db/read.ts'
import { syncFile } from '../files/durable.ts'
import { StartError } from '../start/start-error.ts'

/** Copies a database that may be in use, as it is at one moment, and waits for the disk. @throws {StartError} where there is none. */
export async function snapshot(file: string, to: string): Promise<void> {
  const { $client: source } = openToRead(file)
  try {
    // All pages in one go: between two goes a game that is being played would make it begin again, and again.
    await source.backup(to, { progress: ({ totalPages }) => totalPages })
  } finally {
    source.close()
  }
  const copy = new Database(to)
  try {
    const verdict = copy.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new StartError(`The database ${file} is damaged (${verdict}). Restore a backup.`)
    // One file, with no log beside it that could be forgotten.
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  await syncFile(to)
}

/** Hashes of the files that a game needs: targets, prizes, and pictures that were not erased. */
export function keptPictures(databaseFile: string): string[] {
  const client = new Database(databaseFile, { readonly: true })
  try {
    return client
      .prepare(
        `select hash from picture where hash is not null and erased_at is null
        union select target_hash from round
        union select picture_hash from prize where picture_hash is not null`,
      )
      .pluck()
      .all() as string[]
  } finally {
    client.close()
  }
}
