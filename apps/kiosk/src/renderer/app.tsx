import type { Language } from '@dabble/api'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './app.module.css'
import { useKioskState } from './live/use-kiosk-state.ts'
import { Attract } from './scenes/attract.tsx'
import { Game } from './scenes/game.tsx'
import { Intermission } from './scenes/intermission.tsx'
import { Results } from './scenes/results.tsx'
import { Waiting } from './scenes/waiting.tsx'
import type { Settings } from './settings.ts'
import { Backdrop } from './stage/backdrop.tsx'
import { CountersBar } from './stage/counters-bar.tsx'
import { LeaderNews } from './stage/leader-news.tsx'
import { sceneOf } from './stage/scene.ts'
import { TopBar } from './stage/top-bar.tsx'
import { useTurns } from './stage/use-turns.ts'
import { countdownOf } from './time/countdown.ts'
import { useServerNow } from './time/use-server-now.ts'

const bothLanguages: Language[] = ['ko', 'en']

export function App({ settings }: { settings: Settings }) {
  const { state, away, epoch, clockOffset } = useKioskState()
  const languages = settings.languages ?? state?.contest.languages ?? bothLanguages
  const language = useTurns(languages)
  const { i18n } = useTranslation()
  useLayoutEffect(() => {
    document.documentElement.lang = language
    void i18n.changeLanguage(language)
  }, [language, i18n])
  const now = useServerNow(clockOffset)
  const countdown = countdownOf(state?.round ?? null, now)
  const scene = sceneOf(state)

  if (!state || scene === 'waiting') {
    return (
      <div className={styles.curtain}>
        <Backdrop />
        <Waiting away={away} />
      </div>
    )
  }
  const { contest, round, board, counters } = state
  return (
    <div className={styles.stage}>
      <Backdrop />
      <TopBar
        state={state}
        language={language}
        away={away}
        now={now}
        countdown={scene === 'game' && countdown?.final ? null : countdown}
      />
      {scene === 'game' && round && board && (
        <Game state={state} round={round} board={board} language={language} countdown={countdown} epoch={epoch} />
      )}
      {scene === 'results' && round && board && (
        <Results state={state} round={round} board={board} language={language} countdown={null} epoch={epoch} />
      )}
      {scene === 'attract' && round && (
        <Attract joinUrl={contest.joinUrl} round={round} language={language} epoch={epoch} />
      )}
      {scene === 'intermission' && <Intermission joinUrl={contest.joinUrl} />}
      {(scene === 'game' || scene === 'results') && <CountersBar counters={counters} language={language} />}
      <LeaderNews board={board} language={languages[0] ?? 'en'} />
    </div>
  )
}
