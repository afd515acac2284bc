import { Logo } from '@dabble/ui'
import { Say } from '../stage/say.tsx'
import styles from './waiting.module.css'

/** Before the first state: a curtain, not an error. */
export function Waiting({ away }: { away: boolean }) {
  return (
    <main className={styles.waiting}>
      <Logo className={styles.logo} />
      <h1>Dabble</h1>
      <p role="status">{away && <Say message="kiosk.connecting" />}</p>
    </main>
  )
}
