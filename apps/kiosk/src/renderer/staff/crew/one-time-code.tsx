import type { Millis } from '@dabble/api'
import { clockText, QrCode, useNow, useShared } from '@dabble/ui'
import { clockOffset } from '../server/status.ts'
import { Button } from '../shell/button.tsx'
import styles from './one-time-code.module.css'

interface OneTimeCodeProps {
  url: string
  /** For a keyboard; null where only the address works. */
  code: string | null
  expiresAt: Millis
  /** Who should scan it, with what. */
  scan: string
  works: (left: string) => string
  over: string
  again: string
  busy: boolean
  onAgain: () => void
}

/** A way in that works once, as a QR code and as text, with the time it has left. */
export function OneTimeCode({ url, code, expiresAt, scan, works, over, again, busy, onAgain }: OneTimeCodeProps) {
  const leftMs = expiresAt - (useNow(1_000) + useShared(clockOffset))
  if (leftMs <= 0) {
    return (
      <div className={styles.code}>
        <p role="status">{over}</p>
        <Button look="big" busy={busy} onClick={onAgain}>
          {again}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.code}>
      <p className={styles.scan}>{scan}</p>
      <QrCode text={url} className={styles.qr} />
      {code && <p className={styles.typed}>{code}</p>}
      <p className={styles.url}>{url}</p>
      <p className={styles.left} role="timer">
        {works(clockText(leftMs))}
      </p>
    </div>
  )
}
