import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connected } from '../server/status.ts'
import { useShared } from '../storage/shared.ts'
import styles from './connection-banner.module.css'

/** A blink of the network is nobody's business. */
const patienceMs = 2_500
const goodNewsMs = 3_000

type State = 'fine' | 'away' | 'back'

/** Says that the connection is gone, that nothing is lost, and that it came back. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const live = useShared(connected)
  const [state, setState] = useState<State>('fine')
  useEffect(() => {
    if (live === false) {
      const timer = setTimeout(() => setState('away'), patienceMs)
      return () => clearTimeout(timer)
    }
    if (live) setState(before => (before === 'away' ? 'back' : before))
  }, [live])
  useEffect(() => {
    if (state !== 'back') return
    const timer = setTimeout(() => setState('fine'), goodNewsMs)
    return () => clearTimeout(timer)
  }, [state])
  return (
    <div role="status" className={styles.banner} data-state={state}>
      {state === 'away' && (navigator.onLine ? t('common.unreachable') : t('common.offline'))}
      {state === 'back' && t('common.backOnline')}
    </div>
  )
}
