import { type ReactNode, useId } from 'react'
import { Button, type ButtonProps } from '../shell/button.tsx'
import styles from './action.module.css'

interface ActionProps extends Pick<ButtonProps, 'look' | 'busy' | 'onClick'> {
  /** What it does, in a sentence; or why it cannot be done. */
  text: ReactNode
  disabled?: boolean
  children: ReactNode
}

/** A button beside a sentence that says what it does. */
export function Action({ text, children, ...button }: ActionProps) {
  const id = useId()
  return (
    <div className={styles.action}>
      <Button {...button} className={styles.button} aria-describedby={id}>
        {children}
      </Button>
      <p id={id} className={styles.text}>
        {text}
      </p>
    </div>
  )
}
