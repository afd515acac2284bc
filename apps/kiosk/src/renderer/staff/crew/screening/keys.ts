export type ScreeningKey = 'show' | 'hide' | 'undo' | 'blank'

export interface KeyPress {
  key: string
  /** Where the letter is on the keyboard: with Korean switched on, `key` is ㅌ and not x. */
  code: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  repeat: boolean
}

const keys: Record<string, ScreeningKey> = {
  ' ': 'show',
  Enter: 'show',
  ArrowRight: 'show',
  ArrowLeft: 'hide',
  Delete: 'hide',
  Backspace: 'hide',
}
const codes: Record<string, ScreeningKey> = { KeyJ: 'show', KeyX: 'hide', KeyK: 'hide', KeyU: 'undo', KeyB: 'blank' }

/**
 * What a key means on the screening screen; null for nothing. `on` is what has the focus: a button takes its own Space and Enter,
 * a choice its arrows too, a field everything. A key that is held down counts once: pictures must not rush by unseen.
 */
export function meaningOf(press: KeyPress, on: 'page' | 'button' | 'choice' | 'field'): ScreeningKey | null {
  if (on === 'field' || press.repeat || press.altKey || press.ctrlKey || press.metaKey) return null
  if (on !== 'page' && (press.key === ' ' || press.key === 'Enter')) return null
  if (on === 'choice' && press.key.startsWith('Arrow')) return null
  return keys[press.key] ?? codes[press.code] ?? null
}
