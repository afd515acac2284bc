import { Logo } from '@dabble/ui'
import type { ReactNode } from 'react'
import styles from './state-card.module.css'

/** Nothing to show, and why: empty, closed, not found, failed. */
export function StateCard({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={styles.card}>
      <Logo className={styles.logo} />
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  )
}
