import { Logo } from '@dabble/ui'
import { JoinCard } from '../stage/join-card.tsx'
import { Say } from '../stage/say.tsx'
import styles from './intermission.module.css'

/** Between rounds: something will happen here, and one can join already. */
export function Intermission({ joinUrl }: { joinUrl: string }) {
  return (
    <main className={styles.intermission}>
      <div className={styles.pitch}>
        <Logo className={styles.logo} />
        <h2>
          <Say message="kiosk.noRound" />
        </h2>
        <p>
          <Say message="kiosk.noRoundText" />
        </p>
      </div>
      <JoinCard joinUrl={joinUrl} />
    </main>
  )
}
