import { cleanText, countCodePoints, limits } from '@dabble/api'
import { cx } from '@dabble/ui'
import { type KeyboardEvent, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './prompt-field.module.css'

interface PromptFieldProps {
  value: string
  onChange: (value: string) => void
  onSend: () => void
  /** UTF-16 index from which on the model reads nothing; null when it reads all. */
  readsUpTo: number | null
  disabled: boolean
  ref?: Ref<HTMLTextAreaElement>
}

/** Where the prompt is written. Grows with it; words that the model will not read are dimmed. */
export function PromptField({ value, onChange, onSend, readsUpTo, disabled, ref }: PromptFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const used = countCodePoints(cleanText(value))
  const sendOnEnter = (event: KeyboardEvent) => {
    // Enter also ends the composition of a Hangul syllable: that one sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onSend()
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {t('play.promptLabel')}
      </label>
      <div className={styles.paper}>
        <div className={styles.veil} aria-hidden="true">
          {value.slice(0, readsUpTo ?? value.length)}
          {readsUpTo !== null && <span className={styles.unread}>{value.slice(readsUpTo)}</span>}
          {'\u200b'}
        </div>
        <textarea
          ref={ref}
          id={id}
          className={styles.input}
          value={value}
          rows={2}
          placeholder={t('play.promptPlaceholder')}
          aria-describedby={`${id}-count ${id}-unread`}
          aria-invalid={used > limits.prompt.max}
          enterKeyHint="send"
          autoComplete="off"
          spellCheck={false}
          readOnly={disabled}
          onChange={event => onChange(event.target.value)}
          onKeyDown={sendOnEnter}
        />
      </div>
      <div className={styles.below}>
        <span id={`${id}-unread`} role="status">
          {readsUpTo !== null && t('play.unread')}
        </span>
        <span className={cx(styles.count, used > limits.prompt.max && styles.tooLong)}>
          <span aria-hidden="true">
            {used}/{limits.prompt.max}
          </span>
          <span id={`${id}-count`} className="visually-hidden">
            {t('play.counter', { used, most: limits.prompt.max })}
          </span>
        </span>
      </div>
    </div>
  )
}
