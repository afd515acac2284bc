import { useTranslation } from 'react-i18next'
import { Button } from '../../shell/button.tsx'
import { Key } from '../key.tsx'
import styles from './blank.module.css'

interface BlankProps {
  on: boolean
  busy: boolean
  onChange: (on: boolean) => void
}

/** Takes everything off the big screen at one touch, without asking; while it is blank nobody can overlook it here. */
export function Blank({ on, busy, onChange }: BlankProps) {
  const { t } = useTranslation()
  if (!on) {
    return (
      <Button busy={busy} title={t('crew.screening.blankText')} aria-keyshortcuts="b" onClick={() => onChange(true)}>
        {t('crew.screening.blank')} <Key>B</Key>
      </Button>
    )
  }
  return (
    <div className={styles.blank} role="alert">
      <div>
        <strong>{t('crew.screening.blankOn')}</strong>
        <p>{t('crew.screening.blankText')}</p>
      </div>
      <Button className={styles.button} busy={busy} aria-keyshortcuts="b" onClick={() => onChange(false)}>
        {t('crew.screening.unblank')} <Key>B</Key>
      </Button>
    </div>
  )
}
