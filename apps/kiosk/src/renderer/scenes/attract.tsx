import type { Language, RoundView } from '@dabble/api'
import { JoinCard } from '../stage/join-card.tsx'
import { Say } from '../stage/say.tsx'
import { Target } from '../stage/target.tsx'
import styles from './attract.module.css'

interface Props {
  joinUrl: string
  round: RoundView
  language: Language
  epoch: number
}

const steps = ['scan', 'type', 'win'] as const

/** Nobody has played yet: what this is, what to draw and how to join. */
export function Attract({ joinUrl, round, language, epoch }: Props) {
  return (
    <main className={styles.attract}>
      <div className={styles.pitch}>
        <h2>
          <Say message="kiosk.attract.title" />
        </h2>
        <p>
          <Say message="kiosk.attract.lead" />
        </p>
      </div>
      <Target round={round} language={language} epoch={epoch} />
      <JoinCard joinUrl={joinUrl} />
      <ol className={styles.steps}>
        {steps.map((step, i) => (
          <li key={step} style={{ '--step': i }}>
            <Say message={`kiosk.attract.${step}`} />
          </li>
        ))}
      </ol>
    </main>
  )
}
