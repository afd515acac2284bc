import type { PlayerDetail } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { useSayTime } from '../time/use-say-time.ts'
import { PlayerBadges } from './player-badges.tsx'
import styles from './player-card.module.css'

/** How a player stands. */
export function PlayerCard({ player }: { player: PlayerDetail }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  const { picture, rank, scoreShown, playerCode, entries, joinedAt } = player
  return (
    <div className={styles.card}>
      <Picture picture={picture} alt="" instead={t('picture.none')} className={styles.picture} />
      <div className={styles.facts}>
        <p className={styles.rank}>
          {rank === null ? t('crew.players.noRank') : t('crew.players.rank', { rank })}
          {scoreShown !== null && (
            <span className={styles.score}>{t('crew.players.points', { score: scoreShown })}</span>
          )}
        </p>
        <PlayerBadges player={player} />
        <p>
          {t('crew.players.code')} <code className={styles.code}>{playerCode}</code>
        </p>
        <p className={styles.muted}>
          {t('crew.players.entries', { count: entries })} · {t('crew.players.joined', { time: sayTime(joinedAt) })}
        </p>
      </div>
    </div>
  )
}
