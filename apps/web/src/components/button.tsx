import { cx } from '@dabble/ui'
import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>
  /** `big` is the one thing to do on a screen. */
  look?: 'big' | 'plain' | 'quiet' | 'danger'
  /** Looks resting but still answers: the label says why and when. */
  resting?: boolean
}

export function Button({ look = 'plain', resting = false, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(styles.button, styles[look], className)}
      aria-disabled={resting || undefined}
      {...rest}
    />
  )
}

/** For links that look like buttons. */
export const buttonClass = (look: NonNullable<ButtonProps['look']>): string => cx(styles.button, styles[look])
