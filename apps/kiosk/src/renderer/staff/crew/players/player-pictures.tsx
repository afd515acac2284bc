import type { EntryView } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Badge } from '../badge.tsx'
import { useSayTime } from '../time/use-say-time.ts'
import styles from './player-pictures.module.css'

/** What a player sent, newest first: picture, words, score. */
export function PlayerPictures({ entries }: { entries: EntryView[] }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  if (entries.length === 0) return <p>{t('crew.players.recentEmpty')}</p>
  const instead = ({ state, hidden }: EntryView) =>
    hidden ? t('picture.hidden') : state === 'failed' ? t('crew.players.failed') : t('crew.players.drawing')
  return (
    <ul className={styles.list}>
      {entries.map(entry => (
        <li key={entry.id} className={styles.entry}>
          <Picture picture={entry.picture} alt="" instead={instead(entry)} />
          <p className={styles.prompt}>{entry.prompt}</p>
          <p className={styles.small}>
            {entry.scoreShown !== null && <strong>{t('crew.players.points', { score: entry.scoreShown })}</strong>}
            {entry.best && <Badge kind="good">{t('crew.players.best')}</Badge>}
            <span>{sayTime(entry.receivedAt)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
