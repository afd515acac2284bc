import { type InputHTMLAttributes, type Ref, useId } from 'react'
import styles from './field.module.css'
import { Notice } from './notice.tsx'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  hint?: string
  error?: string | null
  ref?: Ref<HTMLInputElement>
}

/** A labelled line of text. */
export function Field({ label, hint, error, ...rest }: FieldProps) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        aria-invalid={Boolean(error)}
        aria-describedby={described || undefined}
        {...rest}
      />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <Notice kind="error" id={`${id}-error`}>
          {error}
        </Notice>
      )}
    </div>
  )
}
