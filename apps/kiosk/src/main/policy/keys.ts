import type { Input } from 'electron'
import { isLocalPage, type Role } from './navigation.ts'

/** What becomes of a key: a switch between the windows, nothing, or the page gets it. */
export type KeyAction = 'switch' | 'swallow' | 'pass'

type Key = Pick<Input, 'type' | 'code' | 'control' | 'alt' | 'shift' | 'meta'>

/** Ctrl+Alt+Shift+S; by the key's place, as a Korean keyboard types another letter with it. */
const isSwitch = ({ code, control, alt, shift, meta }: Key) => code === 'KeyS' && control && alt && shift && !meta

/** The big screen has nothing to type into, so a keyboard within the audience's reach does nothing there. */
export function keyAction(input: Key, role: Role, url: string): KeyAction {
  if (isSwitch(input)) return input.type === 'keyDown' ? 'switch' : 'swallow'
  return role === 'staff' || isLocalPage(url) ? 'pass' : 'swallow'
}
