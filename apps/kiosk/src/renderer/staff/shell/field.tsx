import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import styles from './field.module.css'

interface Labelled {
  label: string
  hint?: ReactNode
  /** What is wrong with it, and what to do. */
  error?: string | null
}

interface FrameProps extends Labelled {
  children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

/** A control with its label, hint and error; the children get the attributes that tie them together. */
export function FieldFrame({ label, hint, error, children }: FrameProps) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

type FieldProps = Labelled & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }

/** A labelled line of text. */
export function Field({ label, hint, error, ...rest }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {ids => <input className={styles.input} autoComplete="off" {...ids} {...rest} />}
    </FieldFrame>
  )
}

type TextFieldProps = Labelled & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }

/** Labelled lines of text. */
export function TextField({ label, hint, error, ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {ids => <textarea className={styles.input} {...ids} {...rest} />}
    </FieldFrame>
  )
}

type SelectFieldProps = Labelled & SelectHTMLAttributes<HTMLSelectElement>

/** One of many; the children are `<option>`s. */
export function SelectField({ label, hint, error, ...rest }: SelectFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {ids => <select className={styles.input} {...ids} {...rest} />}
    </FieldFrame>
  )
}

type CheckFieldProps = Labelled & InputHTMLAttributes<HTMLInputElement>

/** On or off, with what it means beneath. */
export function CheckField({ label, hint, error, ...rest }: CheckFieldProps) {
  const id = useId()
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        aria-describedby={hint || error ? `${id}-hint` : undefined}
        {...rest}
      />
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {(hint || error) && (
        <p id={`${id}-hint`} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
