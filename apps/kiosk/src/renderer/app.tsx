import type { Language } from '@dabble/api'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnouncement } from './announcements/use-announcement.ts'
import styles from './app.module.css'
import { asksIn } from './live/quiet.ts'
import { useKioskState } from './live/use-kiosk-state.ts'
import { useLastPlayed } from './live/use-last-played.ts'
import { Curtain } from './scenes/curtain.tsx'
import { Scene } from './scenes/scene.tsx'
import { Waiting } from './scenes/waiting.tsx'
import type { Settings } from './settings.ts'
import { Backdrop } from './stage/backdrop.tsx'
import { CountersBar } from './stage/counters-bar.tsx'
import { News } from './stage/news.tsx'
import { sceneOf } from './stage/scene.ts'
import { TopBar } from './stage/top-bar.tsx'
import { useCodeSide } from './stage/use-code-side.ts'
import { useTurns } from './stage/use-turns.ts'
import { countdownOf } from './time/countdown.ts'
import { useServerNow } from './time/use-server-now.ts'

const bothLanguages: Language[] = ['ko', 'en']

export function App({ settings }: { settings: Settings }) {
  const live = useKioskState()
  const { state, away, epoch, clockOffset } = live
  const languages = settings.languages ?? state?.screen.languages ?? bothLanguages
  const language = useTurns(languages)
  const { i18n } = useTranslation()
  useLayoutEffect(() => {
    document.documentElement.lang = language
    void i18n.changeLanguage(language)
  }, [language, i18n])
  const now = useServerNow(clockOffset)
  const countdown = countdownOf(state?.round ?? null, now)
  const codeSide = useCodeSide(state?.contest.joinUrl ?? '', settings.room)
  const announcement = useAnnouncement(live)
  const playedAt = useLastPlayed(state)
  // Nobody is asked into a game whose server is away.
  const scene = sceneOf(state, !away && !countdown?.final && asksIn(playedAt, now))

  if (!state || scene === 'waiting' || scene === 'curtain') {
    return (
      <div className={styles.curtain}>
        <Backdrop />
        {state && scene === 'curtain' ? <Curtain name={state.contest.name} /> : <Waiting away={away} />}
      </div>
    )
  }
  const { board, counters } = state
  const shown = announcement ? 'announcement' : scene
  return (
    <div className={styles.stage} style={{ '--code': `${codeSide}rem` }} data-scene={shown}>
      <Backdrop />
      <TopBar
        state={state}
        language={language}
        away={away}
        now={now}
        countdown={shown === 'game' && countdown?.final ? null : countdown}
        frozen={shown === 'game' || shown === 'results'}
      />
      <Scene
        scene={scene}
        announcement={announcement}
        state={state}
        language={language}
        countdown={countdown}
        epoch={epoch}
        codeSide={codeSide}
      />
      {counters.entries > 0 && shown !== 'announcement' && shown !== 'intermission' && (
        <CountersBar counters={counters} language={language} />
      )}
      <News board={board} announcement={announcement} language={languages[0] ?? 'en'} />
    </div>
  )
}
