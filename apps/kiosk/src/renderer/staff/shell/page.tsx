import { cx } from '@dabble/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page.module.css'

interface PageProps {
  title: string
  /** What the screen is for, in a sentence. */
  lead?: ReactNode
  /** Beside the title. */
  actions?: ReactNode
  /** The title is only for screen readers and the browser's tab. */
  titleHidden?: boolean
  /** As wide as the window: for tables and pictures side by side. */
  wide?: boolean
  children: ReactNode
}

/** Set once the first screen is there: only later ones take the focus, as the first is what the browser announces itself. */
let arrived = false

/** The frame of a screen. Names it, and moves the focus to its heading when one comes from another screen. */
export function Page({ title, lead, actions, titleHidden = false, wide = false, children }: PageProps) {
  const page = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Dabble`
  }, [title])
  useEffect(() => {
    if (arrived) {
      scrollTo(0, 0)
      // A screen may have put the focus where one goes on, such as into the code field.
      if (!page.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
    }
    arrived = true
  }, [])
  return (
    <div ref={page} className={cx(styles.page, wide && styles.wide)}>
      <header className={cx(styles.header, titleHidden && !actions && 'visually-hidden')}>
        <h1 ref={heading} tabIndex={-1} className={cx(titleHidden ? 'visually-hidden' : styles.title)}>
          {title}
        </h1>
        {actions && <div className={styles.actions}>{actions}</div>}
        {lead && <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  )
}
