import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finding, ok, problem, warning } from './finding.ts'

/** Dabble did not exist before: a clock that says so has lost its battery. */
const oldest = Date.UTC(2025, 0, 1)
/** A `Date` header has whole seconds, and travels. */
const tolerance = { filesMs: 2_000, networkMs: 5_000 }

export interface Clocks {
  now: number
  /** When the file system says that a file was written just now. */
  file: number
  /** What PUBLIC_URL says the time is; null where it cannot be asked. */
  network: number | null
}

/** Windows open by this machine's clock, and people look at theirs. */
export function judgeClock({ now, file, network }: Clocks): Finding {
  if (now < oldest)
    return problem(`The clock says ${new Date(now).toISOString()}. Set it, then switch time synchronisation on.`)
  const off = network === null ? 0 : now - network
  if (Math.abs(off) > tolerance.networkMs) {
    return problem(`The clock is ${seconds(off)} off. Switch time synchronisation on (timedatectl set-ntp true).`)
  }
  if (Math.abs(now - file) > tolerance.filesMs) {
    return warning(
      `The data folder is on a disk whose clock is ${seconds(now - file)} off. Use a disk of this machine.`,
    )
  }
  return ok(network === null ? 'agrees with the file system' : 'agrees with the file system and the network')
}

export async function checkClock(dataFolder: string, network: number | null): Promise<Finding> {
  const folder = await mkdtemp(join(existsSync(dataFolder) ? dataFolder : tmpdir(), 'clock-'))
  try {
    await writeFile(join(folder, 'now'), '')
    const { mtimeMs } = await stat(join(folder, 'now'))
    return judgeClock({ now: Date.now(), file: mtimeMs, network })
  } finally {
    await rm(folder, { recursive: true })
  }
}

const seconds = (ms: number) => `${Math.abs(Math.round(ms / 1000))} s`
