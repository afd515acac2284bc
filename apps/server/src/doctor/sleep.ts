import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Finding, ok, warning } from './finding.ts'

const run = promisify(execFile)

/** What the machine says of going to sleep; null where it does not say. */
export interface SleepSettings {
  /** `systemctl is-enabled sleep.target`: `masked` means never. */
  target: string | null
  /** GNOME, on mains: `nothing` means never. */
  onMains: string | null
  /** GNOME: seconds until then; 0 means never. */
  afterSeconds: string | null
}

/** A box that falls asleep at night is a queue that stands still in the morning. */
export function judgeSleep({ target, onMains, afterSeconds }: SleepSettings): Finding {
  if (target === 'masked') return ok('never sleeps (sleep.target is masked)')
  const never = onMains?.includes('nothing') || (afterSeconds !== null && /\b0$/.test(afterSeconds))
  if (never) return ok('does not fall asleep by itself on mains; leave the lid open')
  if (onMains !== null) {
    return warning(
      'falls asleep by itself. Run: gsettings set org.gnome.settings-daemon.plugins.power sleep-inactive-ac-type nothing',
    )
  }
  if (target === null) return warning('cannot tell whether this machine falls asleep. Look in its power settings.')
  return ok('no desktop that would send it to sleep; to be sure: sudo systemctl mask sleep.target suspend.target')
}

export async function checkSleep(): Promise<Finding> {
  const [target, onMains, afterSeconds] = await Promise.all([
    ask('systemctl', ['is-enabled', 'sleep.target']),
    ask('gsettings', ['get', 'org.gnome.settings-daemon.plugins.power', 'sleep-inactive-ac-type']),
    ask('gsettings', ['get', 'org.gnome.settings-daemon.plugins.power', 'sleep-inactive-ac-timeout']),
  ])
  return judgeSleep({ target, onMains, afterSeconds })
}

/** What a program says, also when it says it with an exit code; null where there is no such program. */
async function ask(program: string, args: string[]): Promise<string | null> {
  const said = await run(program, args, { timeout: 3_000 }).then(
    ({ stdout }) => stdout,
    error => (error as { stdout?: string }).stdout ?? '',
  )
  return said.trim() || null
}
