import type { ReactNode } from 'react'
import styles from './key.module.css'

/** A key of the keyboard, on devices that have one; what it does stands beside it. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  )
}
