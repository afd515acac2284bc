import { cx } from '@dabble/ui'
import type { ButtonHTMLAttributes } from 'react'
import styles from './button.module.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `big` is the one thing to do now. */
  look?: 'big' | 'plain' | 'quiet' | 'danger'
}

export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={cx(styles.button, styles[look], className)} {...rest} />
}
