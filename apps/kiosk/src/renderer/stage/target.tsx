import type { Language, RoundView } from '@dabble/api'
import { Frame } from './frame.tsx'
import { Say } from './say.tsx'
import styles from './target.module.css'

interface Props {
  round: RoundView
  language: Language
  epoch: number
}

export function Target({ round, language, epoch }: Props) {
  return (
    <section className={styles.target} aria-labelledby="target">
      <Frame className={styles.picture} picture={round.target} alt={round.title[language]} epoch={epoch} />
      <h2 className={styles.caption} id="target" style={{ '--length': round.title[language].length }}>
        <span className={styles.label}>
          <Say message="kiosk.target" />
        </span>
        <bdi>{round.title[language]}</bdi>
      </h2>
    </section>
  )
}
