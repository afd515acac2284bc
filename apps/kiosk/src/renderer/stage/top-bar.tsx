import type { KioskState, Language } from '@dabble/api'
import { Logo } from '@dabble/ui'
import { asOf } from '../time/as-of.ts'
import type { Countdown } from '../time/countdown.ts'
import { CountdownText } from '../time/countdown-text.tsx'
import { FrozenBand } from './frozen-band.tsx'
import { Say } from './say.tsx'
import styles from './top-bar.module.css'

interface Props {
  state: KioskState
  language: Language
  away: boolean
  now: number
  countdown: Countdown | null
  /** What is shown is a board, so that it matters whether it stands still. */
  frozen: boolean
}

/** Whose stage this is, and what to know about the time: how long is left, or that the server is away. */
export function TopBar({ state, language, away, now, countdown, frozen }: Props) {
  const { contest, at, screen } = state
  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>
        <Logo className={styles.logo} />
        <span className={styles.wordmark}>Dabble</span>
        {/* Until somebody gives it a name, the contest is called like the game. */}
        {contest.name !== 'Dabble' && <bdi className={styles.contest}>{contest.name}</bdi>}
      </h1>
      {!away && frozen && screen.frozenAt !== null && (
        <FrozenBand since={screen.frozenAt} now={now} timeZone={contest.timeZone} language={language} />
      )}
      {away ? (
        <p className={styles.away} role="status">
          <Say message="kiosk.reconnecting" />{' '}
          <Say message="kiosk.asOf" values={{ time: asOf(at, now, contest.timeZone, language) }} />
        </p>
      ) : (
        countdown && (
          <p className={styles.countdown} role="timer">
            <Say message={`kiosk.${countdown.to}`} /> <CountdownText countdown={countdown} />
          </p>
        )
      )}
    </header>
  )
}
