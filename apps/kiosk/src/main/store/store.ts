import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseAddress } from '../../connect/address.ts'

/** A booth box that staff connected this kiosk to. */
export interface Box {
  origin: string
  /** Fingerprint of the certificate that staff trusted; null where an authority vouches for it, or on plain http. */
  pin: string | null
}

export interface Settings {
  box: Box | null
  /** The display that staff put the big screen on. */
  kioskDisplay: number | null
}

const empty: Settings = { box: null, kioskDisplay: null }

/** The address and displays of this kiosk, in one small file. */
export interface Store {
  get(): Settings
  set(change: Partial<Settings>): void
}

/** What can be used of a file that may be damaged, of another version, or somebody's. */
export function readSettings(text: string): Settings {
  try {
    const { box, kioskDisplay } = JSON.parse(text) as { box?: Partial<Box>; kioskDisplay?: unknown }
    const known = typeof box?.origin === 'string' && parseAddress(box.origin)?.[0] === box.origin
    const pin = typeof box?.pin === 'string' ? box.pin : null
    return {
      box: known ? { origin: box.origin as string, pin } : null,
      kioskDisplay: typeof kioskDisplay === 'number' ? kioskDisplay : null,
    }
  } catch {
    return empty
  }
}

/** Written to a neighbour first: the plug may be pulled at any moment, and then the old file is still whole. */
function writeWhole(file: string, text: string): void {
  const neighbour = `${file}.new`
  const handle = openSync(neighbour, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(neighbour, file)
}

export function openStore(file: string): Store {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // The first start.
  }
  let settings = readSettings(text)
  return {
    get: () => settings,
    set(change) {
      settings = { ...settings, ...change }
      mkdirSync(dirname(file), { recursive: true })
      writeWhole(file, `${JSON.stringify(settings, null, 2)}\n`)
    },
  }
}
