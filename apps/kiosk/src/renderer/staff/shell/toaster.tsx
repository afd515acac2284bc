import { useShared } from '@dabble/ui'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseIcon, ErrorIcon, GoodIcon, NoteIcon } from './icons.tsx'
import styles from './toaster.module.css'
import { dismiss, type Toast, toasts } from './toasts.ts'

const icons = { good: GoodIcon, error: ErrorIcon, note: NoteIcon }

/** What was just done, with a way to undo it; what went wrong, with a way to try again. */
export function Toaster() {
  const all = useShared(toasts)
  const { t } = useTranslation()
  return (
    <section className={styles.toaster} aria-label={t('staff.news')}>
      <div role="status">{all.filter(({ kind }) => kind !== 'error').map(bar)}</div>
      <div role="alert">{all.filter(({ kind }) => kind === 'error').map(bar)}</div>
    </section>
  )
}

const bar = (one: Toast) => <Bar key={one.id} toast={one} />

function Bar({ toast }: { toast: Toast }) {
  const { t } = useTranslation()
  const { id, kind, text, action, stayMs } = toast
  useEffect(() => {
    if (stayMs === null) return
    const timer = setTimeout(() => dismiss(id), stayMs)
    return () => clearTimeout(timer)
  }, [id, stayMs])
  const Icon = icons[kind]
  return (
    <div className={styles.bar} data-kind={kind}>
      <Icon />
      <p className={styles.text}>{text}</p>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t('staff.close')} onClick={() => dismiss(id)}>
        <CloseIcon />
      </button>
      {action && stayMs !== null && <span className={styles.left} style={{ '--stay': `${stayMs}ms` }} />}
    </div>
  )
}
