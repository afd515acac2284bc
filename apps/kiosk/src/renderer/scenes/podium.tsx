import { Leaderboard } from '../board/leaderboard.tsx'
import { nameWidth } from '../board/name-width.ts'
import { Frame } from '../stage/frame.tsx'
import { Crown } from '../stage/icons.tsx'
import { Say } from '../stage/say.tsx'
import { Target } from '../stage/target.tsx'
import type { SceneProps } from './game.tsx'
import styles from './podium.module.css'

/** Ranks that have a place on it. */
const places = 3

/** A round that is final: the best three with their pictures, beside what they were to come close to; then everybody else. */
export function Podium({ round, board, language, epoch }: SceneProps) {
  const best = board.rows.filter(row => row.rank !== null).slice(0, places)
  return (
    <main className={styles.podium}>
      <section className={styles.winners} aria-labelledby="final">
        <h2 id="final">
          <Say message="kiosk.over.final" />
        </h2>
        <ol>
          {best.map((row, i) => (
            <li key={row.playerCode} data-place={i + 1} data-rank={row.rank}>
              <span className={styles.crown}>{i === 0 && <Crown />}</span>
              <Frame className={styles.picture} picture={row.picture} alt="" epoch={epoch} />
              <bdi className={styles.name} style={{ '--width': nameWidth(row.nickname) }}>
                {row.nickname}
              </bdi>
              {row.prompt && <q className={styles.prompt}>{row.prompt}</q>}
              <span className={styles.score} style={{ '--length': row.scoreShown.length }}>
                {row.scoreShown}
              </span>
              <span className={styles.step}>{row.rank}</span>
            </li>
          ))}
        </ol>
      </section>
      <Target round={round} language={language} epoch={epoch} />
      <Leaderboard board={board} epoch={epoch} open={false} after={best.length} />
    </main>
  )
}
