import { cx } from '@dabble/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './panel.module.css'

interface PanelProps {
  title: string
  text: string
  /** Something may be wrong with the network. */
  alarm?: boolean
  busy?: boolean
  children?: ReactNode
}

/** One step. Its heading takes the focus when it appears, so that a screen reader says what happened. */
export function Panel({ title, text, alarm, busy, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Another title is another step.
  useEffect(() => heading.current?.focus(), [title])
  return (
    <section className={cx(styles.panel, alarm && styles.alarm)} aria-busy={busy}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.text}>{text}</p>
      {busy && <div className={styles.ripple} aria-hidden="true" />}
      {children}
    </section>
  )
}
