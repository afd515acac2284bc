import { QrCode } from '@dabble/ui'
import styles from './join-card.module.css'
import { Say } from './say.tsx'
import { linesOf, shownUrl } from './shown-url.ts'

/** Black on white whatever the theme: cameras come first. */
export function JoinCard({ joinUrl }: { joinUrl: string }) {
  const url = shownUrl(joinUrl)
  const { lines, length } = linesOf(url)
  return (
    <section className={styles.card} aria-labelledby="join">
      <div className={styles.inside}>
        <h2 className={styles.title} id="join">
          <Say message="kiosk.scan" />
        </h2>
        <QrCode className={styles.code} text={joinUrl} />
        <p className={styles.url} style={{ '--length': length, '--lines': lines }}>
          {url}
        </p>
      </div>
    </section>
  )
}
