import type { ReactNode } from 'react'
import styles from './badge.module.css'

/** A word about the state of something. */
export function Badge({ kind = 'note', children }: { kind?: 'note' | 'good' | 'danger'; children: ReactNode }) {
  return (
    <span className={styles.badge} data-kind={kind}>
      {children}
    </span>
  )
}
