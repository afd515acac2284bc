import { useMemo } from 'react'
import { encode } from 'uqr'
import styles from './join-card.module.css'
import { Say } from './say.tsx'
import { linesOf, shownUrl } from './shown-url.ts'

/** Modules of white around a QR code that its standard asks for. */
const quietZone = 4

function QrCode({ text }: { text: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { ecc: 'M', border: quietZone })
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
    return { size, path }
  }, [text])
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={text}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

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
        <QrCode text={joinUrl} />
        <p className={styles.url} style={{ '--length': length, '--lines': lines }}>
          {url}
        </p>
      </div>
    </section>
  )
}
