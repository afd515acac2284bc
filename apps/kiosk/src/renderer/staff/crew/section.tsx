import { cx } from '@dabble/ui'
import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

interface SectionProps {
  title: string
  /** What it is, in a sentence. */
  text?: ReactNode
  /** Beside the title. */
  actions?: ReactNode
  /** The title is only for screen readers. */
  titleHidden?: boolean
  children: ReactNode
}

/** A card with a heading: one thing of a screen. */
export function Section({ title, text, actions, titleHidden, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={cx(styles.header, titleHidden && !actions && 'visually-hidden')}>
        <h2 id={id} className={cx(styles.title, titleHidden && 'visually-hidden')}>
          {title}
        </h2>
        {actions}
        {text && <p className={styles.text}>{text}</p>}
      </header>
      {children}
    </section>
  )
}
