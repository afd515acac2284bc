import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import styles from './reason-field.module.css'

interface ReasonFieldProps {
  value: string
  onChange: (reason: string) => void
  /** Reasons that a tap fills in. */
  quick: readonly string[]
  label?: string
  hint?: string
  error?: string | null
}

/** Why something is done, for the log: a tap for the usual reasons, words for the others. */
export function ReasonField({ value, onChange, quick, label, hint, error }: ReasonFieldProps) {
  const { t } = useTranslation()
  const title = label ?? t('staff.reason.label')
  return (
    <div className={styles.reason}>
      <Field
        label={title}
        hint={hint ?? t('staff.reason.hint')}
        error={error}
        value={value}
        maxLength={200}
        onChange={event => onChange(event.target.value)}
      />
      <fieldset className={styles.quick}>
        <legend className="visually-hidden">{t('staff.reason.quick')}</legend>
        {quick.map(reason => (
          <button
            key={reason}
            type="button"
            className={styles.chip}
            aria-pressed={reason === value}
            onClick={() => onChange(reason)}
          >
            {reason}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
