import { useTranslation } from 'react-i18next'
import { Leaderboard } from '../board/leaderboard.tsx'
import { Closest } from '../stage/closest.tsx'
import { Latest } from '../stage/latest.tsx'
import { Say } from '../stage/say.tsx'
import { Target } from '../stage/target.tsx'
import styles from './game.module.css'
import type { SceneProps } from './game.tsx'
import notice from './results.module.css'

/** A round that is over: the board as it stands, and the best picture beside what it was to come close to. */
export function Results({ state, round, board, language, epoch }: SceneProps) {
  const { t } = useTranslation()
  const { queue } = state.counters
  const message = round.state !== 'closed' ? 'final' : queue > 0 ? 'drawingLast' : 'closed'
  return (
    <main className={`${styles.game} ${notice.results}`}>
      <Leaderboard board={board} epoch={epoch} open={false} />
      <Target round={round} language={language} epoch={epoch} />
      <Closest board={board} epoch={epoch} />
      <div className={styles.strip}>
        <p className={notice.notice}>
          <Say message={`kiosk.over.${message}`} values={{ count: queue }} />
        </p>
        <Latest newest={state.newest} epoch={epoch} label={t('kiosk.newest')} />
      </div>
    </main>
  )
}
