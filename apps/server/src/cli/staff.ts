import { randomInt } from 'node:crypto'
import { renderUnicodeCompact } from 'uqr'
import { type Config, readConfig } from '../config.ts'
import { pins } from '../crew/pins.ts'
import { closeDatabase, type Db, openDatabase } from '../db/open.ts'
import { requireGame } from '../db/read.ts'
import { nicknameKey } from '../game/nickname.ts'
import { resetPin } from '../game/staff/crew.ts'
import { devicesOf } from '../game/staff/devices.ts'
import { membersOf } from '../game/staff/member.ts'
import { issuePairingCode, pairingUrl, pairingValidMs } from '../game/staff/pairing.ts'
import { dataFolderAt } from '../start/data-folder.ts'
import { publicUrlOf } from '../start/listen.ts'
import { StartError } from '../start/start-error.ts'
import type { Command } from './command.ts'

const usage = `Usage: npm run dabble -- staff <what>

  pair              print a one-time pairing code, its address and its QR code
  list              who is in the crew, and which devices are paired
  reset-pin <name>  give somebody a new PIN, for when it is forgotten
`

const parts: Record<string, (db: Db, config: Config, name: string) => string | Promise<string>> = {
  pair,
  list,
  'reset-pin': (db, _, name) => newPin(db, name),
}

/** Whoever may run this on the box may let anybody in: it is the way back when all owners have forgotten their PINs. */
export const command: Command = {
  summary: 'pair a staff device, list the crew, reset a forgotten PIN; may run beside a running game',
  usage,
  async run([what = '', ...words]) {
    const part = Object.hasOwn(parts, what) ? parts[what] : undefined
    if (!part) {
      process.stderr.write(usage)
      return 2
    }
    const config = readConfig(process.env)
    const { databaseFile } = dataFolderAt(config.dataFolder)
    requireGame(databaseFile)
    const db = openDatabase(databaseFile)
    try {
      process.stdout.write(await part(db, config, words.join(' ')))
      return 0
    } finally {
      closeDatabase(db)
    }
  },
}

function pair(db: Db, config: Config): string {
  const { code } = issuePairingCode(db, Date.now(), pairingValidMs.invited)
  const url = pairingUrl(publicUrlOf(config, config.port), code)
  const qr = renderUnicodeCompact(url, { ecc: 'M', border: 2 }).trimEnd()
  const minutes = pairingValidMs.invited / 60_000
  return `\n${qr}\n\n  Staff   ${url}\n  Code    ${code}, for one device, valid for ${minutes} minutes\n\n`
}

function list(db: Db): string {
  const members = membersOf(db).map(({ name, role }) => `  ${role.padEnd(6)} ${name}`)
  const devices = devicesOf(db, '', Date.now()).map(({ name, id, member }) =>
    [`  ${name || id.slice(0, 8)}`, ...(member ? [`unlocked by ${member}`] : [])].join(', '),
  )
  const section = (title: string, lines: string[]) => `${title}\n${lines.length ? lines.join('\n') : '  none yet'}\n`
  return `${section('Crew', members)}\n${section('Paired devices', devices)}`
}

/** @throws {StartError} when nobody of the crew is called that. */
async function newPin(db: Db, name: string): Promise<string> {
  const member = membersOf(db).find(({ nameKey }) => name !== '' && nameKey === nicknameKey(name))
  if (!member) throw new StartError(`Nobody of the crew is called "${name}". "staff list" shows who there is.`)
  const pin = String(randomInt(1_000_000)).padStart(6, '0')
  resetPin(db, member.id, await pins.hash(pin), Date.now())
  return `The new PIN of ${member.name} is ${pin}. It is shown only this once.\n`
}
