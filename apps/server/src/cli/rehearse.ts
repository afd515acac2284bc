import { execFile, fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { issuePairingCode, pairingValidMs } from '../game/staff/pairing.ts'
import { clearRehearsal, rehearsalFolder } from '../rehearsal/folder.ts'
import type { RehearsalOrder } from '../rehearsal/main.ts'
import { ownerName } from '../rehearsal/set-up.ts'
import { banner } from '../start/banner.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { ownUrlOf } from '../start/listen.ts'
import { StartError } from '../start/start-error.ts'
import type { Command } from './command.ts'

const buildScript = fileURLToPath(new URL('../../../../scripts/build.ts', import.meta.url))
const defaults = { players: 14, minutes: 30 }

export const command: Command = {
  summary: 'play a whole booth with a made-up crowd, in a folder of its own: [--players 14] [--minutes 30]',
  async run(args) {
    const { players, minutes } = numbersOf(args)
    const real = readConfig({ LOG_LEVEL: 'warn', ...process.env })
    const dataFolder = rehearsalFolder(real.dataFolder)
    await clearRehearsal(dataFolder)
    // As before every start: phones and screens get the newest pages, where anything has changed.
    await promisify(execFile)(process.execPath, [buildScript])
    const app = createApp({ ...real, dataFolder })
    const started = await app.start()
    const { publicUrl, port } = started

    const pin = String(randomInt(1_000, 10_000))
    const order: RehearsalOrder = {
      url: ownUrlOf(real, port),
      pairingCode: started.pairingCode ?? '',
      pin,
      players,
      minutes,
    }
    const crowd = fork(fileURLToPath(new URL('../rehearsal/main.ts', import.meta.url)), [JSON.stringify(order)])
    const stop = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP'), app.failed])
    const ready = await Promise.race([once(crowd, 'message').then(() => true), once(crowd, 'exit').then(() => false)])
    if (!ready) {
      await app.close()
      throw new StartError('The crowd could not come. Look at the lines above, then try again.')
    }
    const pairingCode = pairingCodeFor(dataFolder)
    process.stdout.write(
      `${banner({ ...started, pairingCode })}  Rehearsal   ${players} people, ${minutes} min, at ${publicUrl}\n` +
        `  Staff PIN   ${pin}, of "${ownerName}"\n` +
        '  To do       rename whoever is rude, award a mug, hand over pouches, draw, freeze, close, finalise\n\n',
    )
    await stop.catch(error => {
      process.stderr.write(`${error.message}\n`)
    })
    crowd.disconnect()
    await app.close()
    return 0
  },
}

/** The crew's own: the rehearsal has used the one that the start made. */
function pairingCodeFor(dataFolder: string): string {
  const db = openDatabase(dataFolderAt(dataFolder).databaseFile)
  try {
    return issuePairingCode(db, Date.now(), pairingValidMs.first).code
  } finally {
    closeDatabase(db)
  }
}

function numbersOf(args: string[]): typeof defaults {
  const options = { players: { type: 'string' }, minutes: { type: 'string' } } as const
  let values: { players?: string; minutes?: string }
  try {
    values = parseArgs({ args, options }).values
  } catch (error) {
    throw new StartError(`${(error as Error).message} Use --players N and --minutes M.`)
  }
  const number = (name: keyof typeof defaults, most: number) => {
    const value = Number(values[name] ?? defaults[name])
    if (Number.isInteger(value) && value >= 1 && value <= most) return value
    throw new StartError(`--${name} must be a whole number from 1 to ${most}, not "${values[name]}".`)
  }
  return { players: number('players', 500), minutes: number('minutes', 1_440) }
}
