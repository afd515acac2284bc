import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { copyText } from '../components/copy-text.ts'
import styles from './digital-code.module.css'

/** A prize that is a code: handed over on the phone itself. */
export function DigitalCode({ code }: { code: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <div className={styles.digital}>
      <p className={styles.label}>{t('awards.digital')}</p>
      <p className={styles.code}>{code}</p>
      <Button onClick={() => setCopied(copyText(code))}>{t('awards.copy')}</Button>
      <p role="status" className={styles.hint}>
        {copied === null ? t('awards.digitalHint') : copied ? t('awards.copied') : t('awards.copyByHand')}
      </p>
    </div>
  )
}
