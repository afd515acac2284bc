import { cx } from '@dabble/ui'
import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>
  /** `big` is the one thing to do on a screen. */
  look?: 'big' | 'plain' | 'quiet' | 'danger'
  /** On its way: looks resting, keeps the focus, and what it does should ignore a second tap. */
  busy?: boolean
}

export function Button({ look = 'plain', busy = false, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(styles.button, styles[look], className)}
      aria-busy={busy || undefined}
      {...rest}
    />
  )
}

/** For links that look like buttons. */
export const buttonClass = (look: NonNullable<ButtonProps['look']>): string => cx(styles.button, styles[look])
