import { Say } from '../stage/say.tsx'
import styles from './waiting.module.css'

/** The crew keeps the screen blank: nothing that anybody drew, and no way in. */
export function Curtain({ name }: { name: string }) {
  return (
    <main className={styles.waiting}>
      <h1 className={styles.contest}>
        <bdi>{name}</bdi>
      </h1>
      <p>
        <Say message="kiosk.curtain" />
      </p>
    </main>
  )
}
