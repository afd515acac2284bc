import { useTranslation } from 'react-i18next'
import { UpIcon } from './icons.tsx'
import styles from './rank-change.module.css'

/** The rank, and how far this entry has carried the player. */
export function RankChange({ rank, before, tied }: { rank: number; before: number | null; tied: boolean }) {
  const { t } = useTranslation()
  const up = before === null ? 0 : before - rank
  return (
    <p className={styles.rank}>
      <b className={styles.number}>{t('result.rank', { rank })}</b>
      {tied && <span>{t('result.tied')}</span>}
      {up > 0 && (
        <span className={styles.up}>
          <UpIcon />
          {t('result.rankUp', { count: up })}
        </span>
      )}
      {before !== null && up === 0 && <span className={styles.same}>{t('result.rankSame')}</span>}
    </p>
  )
}
