import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, heedError } from '../server/client.ts'
import styles from './auto-lock.module.css'
import { type Idle, idleAt } from './idle.ts'
import { lockNow } from './lock.ts'

/** The server, too, locks a device that nobody touches; it is told this often of one that somebody does. */
const tellEveryMs = 12_000

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Locks a device that nobody touches, after a warning that any touch takes back. */
export function AutoLock({ afterMs }: { afterMs: number }) {
  const { t } = useTranslation()
  const [idle, setIdle] = useState<Idle>({ state: 'active' })
  useEffect(() => {
    let touchedAt = Date.now()
    let toldAt = touchedAt
    const look = () => {
      const now = idleAt(Date.now(), touchedAt, afterMs)
      setIdle(before => (before.state === 'active' && now.state === 'active' ? before : now))
      if (now.state === 'over') void lockNow()
    }
    const touched = () => {
      // A laptop that wakes up is locked before it counts the touch that woke it.
      look()
      touchedAt = Date.now()
      look()
      if (touchedAt - toldAt < tellEveryMs) return
      toldAt = touchedAt
      client.staff.crew.touch.mutate().catch(heedError)
    }
    const timer = setInterval(look, 1_000)
    for (const touch of touches) addEventListener(touch, touched, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const touch of touches) removeEventListener(touch, touched, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [afterMs])
  return (
    <div role="alert" className={styles.place}>
      {idle.state === 'warning' && (
        <p className={styles.warning}>
          <span>{t('staff.lock.soon')}</span>{' '}
          <span aria-hidden="true">{t('time.seconds', { n: idle.leftSeconds })}</span>
        </p>
      )}
    </div>
  )
}
