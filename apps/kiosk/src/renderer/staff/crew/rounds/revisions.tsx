import type { RoundAdminView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { useSayTime } from '../time/use-say-time.ts'
import styles from './revisions.module.css'

/** What was published, newest first. */
export function Revisions({ revisions }: Pick<RoundAdminView, 'revisions'>) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  return (
    <div className={styles.revisions}>
      <h3 className={styles.title}>{t('crew.rounds.revisions')}</h3>
      <ul>
        {revisions.map(({ revision, publishedAt, by, reason }) => (
          <li key={revision}>
            <strong>{t('crew.rounds.revision', { revision })}</strong>{' '}
            {t('crew.rounds.revisionBy', { time: sayTime(publishedAt), by, reason })}
          </li>
        ))}
      </ul>
    </div>
  )
}
