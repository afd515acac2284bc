import { useTranslation } from 'react-i18next'
import styles from './suspense.module.css'

/** While a winner is being drawn: a drum roll for the eyes. */
export function Suspense() {
  const { t } = useTranslation()
  return (
    <div className={styles.stage} role="status">
      <div className={styles.dots} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
        <span />
      </div>
      <p className={styles.word}>{t('prizes.draw.drawing')}</p>
    </div>
  )
}
