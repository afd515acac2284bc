import type { KioskState } from '@dabble/api'

/** Bumped whenever `KioskState` changes shape: an old one is worth less than none. */
const key = 'dabble.kiosk.2'

/** The last state this screen showed; null when there is none, or storage is not available. */
export function loadLastState(): KioskState | null {
  try {
    const stored = localStorage.getItem(key)
    return stored ? (JSON.parse(stored) as KioskState) : null
  } catch {
    return null
  }
}

export function saveLastState(state: KioskState): void {
  try {
    localStorage.setItem(key, JSON.stringify(state))
  } catch {
    // Full or forbidden: the screen works without, it only starts empty when the server is away.
  }
}
