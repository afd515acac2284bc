import { basename, dirname, join, resolve } from 'node:path'
import { backUp } from '../backup/backup.ts'
import { readConfig } from '../config.ts'
import { StartError } from '../start/start-error.ts'
import type { Command } from './command.ts'

/** As 2026-11-24-160958: sorted by name is sorted by time. */
const nameAt = (time: Date) => time.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')

export const command: Command = {
  summary: 'copy the game, also while it runs, into a new folder in [folder] (a disk of its own is best)',
  async run([folder]) {
    const { dataFolder } = readConfig(process.env)
    const into = folder ? resolve(folder) : defaultFolder(dataFolder)
    const result = await backUp(dataFolder, into, nameAt(new Date())).catch(error => {
      throw explain(error, into)
    })
    process.stdout.write(
      `Backed up the database and ${result.pictures} pictures to ${result.folder}\n` +
        `To play on from it: DABBLE_DATA=${result.folder} npm start\n`,
    )
    if (result.damaged.length === 0) return 0
    process.stderr.write(
      `${result.damaged.length} pictures could not be read and are not in it: ${result.damaged.slice(0, 5).join(', ')}\n`,
    )
    return 1
  },
}

/** Beside the data folder: `data-backups` for `data`. */
const defaultFolder = (dataFolder: string) => join(dirname(dataFolder), `${basename(dataFolder)}-backups`)

function explain(error: unknown, into: string): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (error instanceof StartError || typeof code !== 'string') return error
  return new StartError(
    `The backup could not be written to ${into} (${code}). Free some space, or name another folder: npm run dabble -- backup <folder>`,
    error,
  )
}
