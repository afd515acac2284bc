import type { EntryView } from '@dabble/api'
import { cx, Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { isUnfinished } from '../server/keys.ts'
import styles from './entry-tile.module.css'

/** One of the player's own entries, as a small poster that leads to the whole of it. */
export function EntryTile({ entry }: { entry: EntryView }) {
  const { t } = useTranslation()
  const { prompt, scoreShown } = entry
  const instead = entry.hidden
    ? t('picture.hidden')
    : isUnfinished(entry)
      ? t('pictures.unfinished')
      : entry.state === 'failed'
        ? t('pictures.failed')
        : t('picture.none')
  return (
    <Link href={`/pictures/${entry.id}`} className={cx(styles.tile, entry.best && styles.best)}>
      <Picture picture={entry.picture} alt="" instead={instead} className={styles.picture} />
      <span className={styles.line}>
        <b className={styles.score}>{scoreShown ?? '–'}</b>
        {entry.best && <span className={styles.mark}>{t('pictures.best')}</span>}
      </span>
      <span className={styles.prompt}>{prompt}</span>
    </Link>
  )
}
