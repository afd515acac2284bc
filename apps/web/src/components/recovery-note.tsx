import { useTranslation } from 'react-i18next'
import { recovery } from '../player/recovery.ts'
import { useStored } from '../storage/stored.ts'
import { Button } from './button.tsx'
import styles from './recovery-note.module.css'

/** Shown once after joining, below everything that is fun. */
export function RecoveryNote() {
  const { t } = useTranslation()
  const known = useStored(recovery)
  if (!known || known.seen) return null
  return (
    <aside className={styles.note}>
      <p>
        {t('join.codeToast')}
        <b className={styles.code}>{known.code}</b>
        {t('join.codeToastHint')}
      </p>
      <Button look="quiet" onClick={() => recovery.set({ ...known, seen: true })}>
        {t('join.codeKept')}
      </Button>
    </aside>
  )
}
