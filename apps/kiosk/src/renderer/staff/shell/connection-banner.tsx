import { useShared } from '@dabble/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connected } from '../server/status.ts'
import styles from './connection-banner.module.css'
import { AwayIcon } from './icons.tsx'

/** A blink of the network is nobody's business. */
const patienceMs = 1_500

/** True once the server has been away long enough to say so. */
export function useAway(): boolean {
  const live = useShared(connected)
  const [away, setAway] = useState(false)
  useEffect(() => {
    if (live !== false) return setAway(false)
    const timer = setTimeout(() => setAway(true), patienceMs)
    return () => clearTimeout(timer)
  }, [live])
  return away
}

/** Says that the server is away, and that nothing can be given or handed over until it is back. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const away = useAway()
  return (
    <div role="status" className={styles.banner}>
      {away && (
        <p>
          <AwayIcon />
          <span>{t('staff.away.banner')}</span>
        </p>
      )}
    </div>
  )
}
