import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './captcha.module.css'
import { type CaptchaOptions, useCaptcha } from './use-captcha.ts'

/**
 * The checkbox people see. It ticks itself while they type; ticking it by hand starts it, too. A real checkbox for
 * keyboards and screen readers, and a status line that says what is going on.
 */
export function Captcha(options: CaptchaOptions) {
  const { t } = useTranslation()
  const { state, progress, start } = useCaptcha(options)
  const statusId = useId()
  const busy = state === 'solving' || state === 'expired'
  return (
    <div className={styles.captcha} data-state={state}>
      <label className={styles.label}>
        <span className={styles.box}>
          <input
            type="checkbox"
            checked={state === 'solved' || state === 'unneeded'}
            onChange={start}
            aria-busy={busy}
            aria-describedby={statusId}
          />
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle className={styles.ring} cx="12" cy="12" r="13.2" pathLength="1" strokeDasharray={`${progress} 1`} />
            <path className={styles.tick} d="M5.5 12.5l4.5 4.5 8.5-10" pathLength="1" />
          </svg>
        </span>
        {t('captcha.label')}
      </label>
      <span className={styles.status} id={statusId} role="status">
        {t(`captcha.${state}`)}
      </span>
      {state === 'error' && (
        <button type="button" className={styles.retry} onClick={start}>
          {t('captcha.retry')}
        </button>
      )}
    </div>
  )
}
