import { cx } from '@dabble/ui'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** A sentence that has to be read: what went wrong, or what to know. Spoken by screen readers when it appears. */
export function Notice({ kind, id, children }: { kind: 'error' | 'note' | 'good'; id?: string; children: ReactNode }) {
  return (
    <div id={id} className={cx(styles.notice, styles[kind])} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
