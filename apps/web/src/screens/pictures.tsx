import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../components/button.tsx'
import { EntryTile } from '../components/entry-tile.tsx'
import { LoadState } from '../components/load-state.tsx'
import { Page } from '../components/page.tsx'
import { StateCard } from '../components/state-card.tsx'
import { useMe, useMine } from '../server/queries.ts'
import styles from './pictures.module.css'

export function PicturesScreen() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { data, error, refetch } = useMine(Boolean(me))
  const entries = [...(data?.entries ?? [])].sort((a, b) => b.sequence - a.sequence)
  return (
    <Page title={t('pictures.title')}>
      {!data && <LoadState error={error} onRetry={() => void refetch()} />}
      {data && entries.length === 0 && (
        <StateCard title={t('pictures.empty')} text={t('pictures.emptyText')}>
          <Link href="/" className={buttonClass('big')}>
            {t('nav.play')}
          </Link>
        </StateCard>
      )}
      {entries.length > 0 && (
        <>
          <p className={styles.count}>{t('pictures.count', { count: entries.length })}</p>
          <ul className={styles.grid}>
            {entries.map(entry => (
              <li key={entry.id}>
                <EntryTile entry={entry} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
