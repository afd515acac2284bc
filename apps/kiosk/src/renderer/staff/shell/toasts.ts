import { type Shared, shared } from '@dabble/ui'

export interface Toast {
  id: number
  kind: 'good' | 'error' | 'note'
  text: string
  action?: { label: string; run: () => void }
  /** Milliseconds until it goes by itself; null stays until it is closed. */
  stayMs: number | null
}

/** Long enough to read twice; with something to undo, long enough to notice a mistake. */
const stay = { plain: 5_000, undo: 10_000 }
const most = 3

/** What is said at the bottom of the screen, newest last. */
export const toasts: Shared<readonly Toast[]> = shared<readonly Toast[]>([])

let last = 0

/** Says something in a bar; the same words twice are said once. An error stays until somebody has seen to it. */
export function toast({ kind, text, action }: Pick<Toast, 'kind' | 'text' | 'action'>): void {
  const stayMs = kind === 'error' ? null : action ? stay.undo : stay.plain
  const others = toasts.get().filter(other => other.text !== text)
  toasts.set([...others, { id: ++last, kind, text, action, stayMs }].slice(-most))
}

export function dismiss(id: number): void {
  toasts.set(toasts.get().filter(other => other.id !== id))
}
