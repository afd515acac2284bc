import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Millis } from '@dabble/api'
import { writeDurably } from '../files/durable.ts'

/** What the last backup of a data folder left in it. */
interface Note {
  at: Millis
  folder: string
}

const noteOf = (dataFolder: string) => join(dataFolder, 'last-backup.json')

/** When the data folder was last backed up; null where it never was. */
export async function lastBackupAt(dataFolder: string): Promise<Millis | null> {
  try {
    const { at } = JSON.parse(await readFile(noteOf(dataFolder), 'utf8')) as Partial<Note>
    return typeof at === 'number' ? at : null
  } catch {
    return null
  }
}

export const noteBackup = (dataFolder: string, note: Note): Promise<void> =>
  writeDurably(noteOf(dataFolder), Buffer.from(`${JSON.stringify(note)}\n`))
