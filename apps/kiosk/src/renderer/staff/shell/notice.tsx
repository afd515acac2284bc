import type { ReactNode } from 'react'
import { ErrorIcon, GoodIcon, NoteIcon } from './icons.tsx'
import styles from './notice.module.css'

const icons = { error: ErrorIcon, note: NoteIcon, good: GoodIcon }

/** A sentence that has to be read: what went wrong, or what to know. Spoken by screen readers when it appears. */
export function Notice({ kind, children }: { kind: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[kind]
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon />
      <div>{children}</div>
    </div>
  )
}
