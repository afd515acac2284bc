import { readConfig } from '../config.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { requireGame } from '../db/read.ts'
import { purgeWinners } from '../game/purge.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { StartError } from '../start/start-error.ts'
import type { Command } from './command.ts'

export const command: Command = {
  summary: 'after the event: erase what winners left to be reached by, and digital codes that were handed over',
  async run() {
    const { databaseFile } = dataFolderAt(readConfig(process.env).dataFolder)
    requireGame(databaseFile)
    const db = openDatabase(databaseFile)
    try {
      const purged = purgeWinners(db, Date.now())
      if (!purged) throw new StartError('A round is still open, so nothing was erased. Close it first.')
      const { contacts, codes, waiting } = purged
      process.stdout.write(`Erased ${contacts} contacts and ${codes} digital codes. Backups still have them.\n`)
      if (waiting > 0) process.stdout.write(`${waiting} prizes were never fetched.\n`)
      return 0
    } finally {
      closeDatabase(db)
    }
  },
}
