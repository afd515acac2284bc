import type { StandingView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import styles from './standing-card.module.css'

/** The player's own place, wherever the leaderboard ends. */
export function StandingCard({ standing, nickname }: { standing: StandingView | null; nickname: string }) {
  const { t } = useTranslation()
  return (
    <section className={styles.card} aria-label={t('board.yourStanding')}>
      {standing ? (
        <>
          <span className={styles.rank}>{t('board.rank', { rank: standing.rank })}</span>
          <span className={styles.name}>
            {nickname}
            {standing.tied && <small>{t('board.tied')}</small>}
          </span>
          <span className={styles.score}>{standing.scoreShown}</span>
        </>
      ) : (
        <span>{t('board.noStanding')}</span>
      )}
    </section>
  )
}
