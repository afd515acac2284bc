import type { AuditRow } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { useSayTime } from '../time/use-say-time.ts'
import styles from './deed-list.module.css'
import { authorText, deedText } from './deed-text.ts'
import { reasonText } from './reason-text.ts'

/** What was done: when, by whom, what, why. */
export function DeedList({ rows }: { rows: readonly AuditRow[] }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  return (
    <ul className={styles.list}>
      {rows.map(row => (
        <li key={row.id} className={styles.deed}>
          <time className={styles.time} dateTime={new Date(row.at).toISOString()}>
            {sayTime(row.at)}
          </time>
          <p className={styles.what}>
            <strong>{authorText(t, row.author)}</strong> {deedText(t, row)}
            <span className={styles.reason}>{reasonText(t, row)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
