import { cx } from '@dabble/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page.module.css'

interface PageProps {
  title: string
  /** The title is only for screen readers and the browser's tab. */
  titleHidden?: boolean
  children: ReactNode
  /** Runs to the edges; the children bring their own margins. */
  full?: boolean
}

/** Set once the first screen is there: only later ones take the focus, as the first is what the browser announces itself. */
let arrived = false

/** The frame of a screen. Names the page, and moves the focus to its heading when the player comes from another screen. */
export function Page({ title, titleHidden = false, children, full = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Dabble`
  }, [title])
  useEffect(() => {
    const page = heading.current?.parentElement
    if (arrived) {
      scrollTo(0, 0)
      // A screen may have put the focus where the player goes on, such as into the prompt.
      if (!page?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
    }
    arrived = true
  }, [])
  return (
    <div className={full ? styles.full : styles.page}>
      <h1 ref={heading} tabIndex={-1} className={cx(titleHidden ? 'visually-hidden' : styles.title)}>
        {title}
      </h1>
      {children}
    </div>
  )
}
