import type { BoardView } from '@dabble/api'
import { Frame } from './frame.tsx'
import { Say } from './say.tsx'
import styles from './target.module.css'

/** The best picture, to be held against the target. */
export function Closest({ board, epoch }: { board: BoardView; epoch: number }) {
  const leader = board.rows.find(row => row.rank === 1)
  return (
    <section className={styles.target} aria-labelledby="closest">
      <Frame className={styles.picture} picture={leader?.picture ?? null} alt="" epoch={epoch} />
      <h2 className={styles.caption} id="closest" style={{ '--length': leader?.nickname.length ?? 0 }}>
        <span className={styles.label}>
          <Say message="kiosk.closest" />
        </span>
        <bdi>{leader?.nickname}</bdi>
      </h2>
    </section>
  )
}
