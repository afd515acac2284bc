import type { KioskState, Language, RoundView } from '@dabble/api'
import { JoinCard } from '../stage/join-card.tsx'
import { Say } from '../stage/say.tsx'
import { Target } from '../stage/target.tsx'
import styles from './attract.module.css'

interface Props {
  state: KioskState
  round: RoundView | null
  language: Language
  epoch: number
}

const steps = ['scan', 'type', 'win'] as const

/** Nobody has played yet, or there is no round: what this is, how to join, and the target where there is one. */
export function Attract({ state, round, language, epoch }: Props) {
  return (
    <main className={styles.attract} data-round={round !== null || undefined}>
      <div className={styles.pitch}>
        <h2>
          <Say message={round ? 'kiosk.attract.title' : 'kiosk.noRound'} />
        </h2>
        <p>
          <Say message={round ? 'kiosk.attract.lead' : 'kiosk.noRoundText'} />
        </p>
      </div>
      {round && <Target round={round} language={language} epoch={epoch} />}
      <JoinCard joinUrl={state.contest.joinUrl} />
      {round && (
        <ol className={styles.steps}>
          {steps.map(step => (
            <li key={step}>
              <Say message={`kiosk.attract.${step}`} />
            </li>
          ))}
        </ol>
      )}
    </main>
  )
}
