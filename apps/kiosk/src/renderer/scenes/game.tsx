import type { BoardView, KioskState, Language, RoundView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Leaderboard } from '../board/leaderboard.tsx'
import { JoinCard } from '../stage/join-card.tsx'
import { Latest } from '../stage/latest.tsx'
import { Say } from '../stage/say.tsx'
import { Target } from '../stage/target.tsx'
import type { Countdown } from '../time/countdown.ts'
import { CountdownText } from '../time/countdown-text.tsx'
import styles from './game.module.css'

export interface SceneProps {
  state: KioskState
  round: RoundView
  board: BoardView
  language: Language
  countdown: Countdown | null
  epoch: number
  /** Of the join code with its margin, in rem. */
  codeSide: number
}

/** Beyond this side of the code, in rem, the pictures make room for it. */
const farSide = 24

/** A round being played: who leads, what to come close to, how to join, what was drawn just now. */
export function Game({ state, round, board, language, countdown, epoch, codeSide }: SceneProps) {
  const { t } = useTranslation()
  return (
    <main className={styles.game} data-far={codeSide > farSide || undefined}>
      <Leaderboard board={board} epoch={epoch} open />
      <Target round={round} language={language} epoch={epoch} />
      <JoinCard joinUrl={state.contest.joinUrl} />
      <div className={styles.strip}>
        {countdown?.final && (
          <p className={styles.last}>
            <span>
              <Say message="kiosk.closes" />
            </span>
            <CountdownText countdown={countdown} />
          </p>
        )}
        <Latest newest={state.newest} epoch={epoch} label={t('kiosk.newest')} />
      </div>
    </main>
  )
}
