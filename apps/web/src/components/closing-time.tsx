import type { RoundView } from '@dabble/api'
import { clockText, daysAndHours, useNow } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { clockOffset } from '../server/status.ts'
import { useShared } from '../storage/shared.ts'
import styles from './closing-time.module.css'

/** How long until the round's window opens or closes, by the server's clock. Nothing for rounds without an end. */
export function ClosingTime({ round }: { round: RoundView }) {
  const { t } = useTranslation()
  const now = useNow(1_000) + useShared(clockOffset)
  if (!round.window || (round.state !== 'open' && round.state !== 'draft')) return null
  const { opensAt, closesAt } = round.window
  const opens = now < opensAt
  const leftMs = (opens ? opensAt : closesAt) - now
  if (leftMs <= 0 || (!opens && round.state !== 'open')) return null
  const days = daysAndHours(leftMs)
  const left = days ? t('time.days', days) : clockText(leftMs)
  return <p className={styles.time}>{opens ? t('time.opensIn', { left }) : t('time.closesIn', { left })}</p>
}
