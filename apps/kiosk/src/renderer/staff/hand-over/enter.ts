/** Some scanners end a code with two line ends; the second is no yes. */
const echoMs = 300

/** What Enter in the code field means. Times in milliseconds. */
export function enterMeans(
  text: string,
  now: number,
  lastScanAt: number,
  offered: boolean,
): 'scan' | 'hand-over' | 'nothing' {
  if (text.trim()) return 'scan'
  return offered && now - lastScanAt > echoMs ? 'hand-over' : 'nothing'
}

/** Whether a key is the beginning of a code, wherever the focus is: one character, and no shortcut. */
export function startsCode(
  key: string,
  code: string,
  held: { ctrlKey: boolean; metaKey: boolean; altKey: boolean },
): boolean {
  if (held.ctrlKey || held.metaKey || held.altKey) return false
  // In Hangul mode the key is unnamed until the letter is finished; where it is on the keyboard still tells.
  return /^[\p{L}\p{N}/:.?=&_-]$/u.test(key) || (key === 'Process' && /^(Key|Digit)/.test(code))
}
