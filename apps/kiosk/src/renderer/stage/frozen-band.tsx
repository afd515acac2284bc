import type { Language, Millis } from '@dabble/api'
import { asOf } from '../time/as-of.ts'
import styles from './frozen-band.module.css'
import { Snowflake } from './icons.tsx'
import { Say } from './say.tsx'

interface Props {
  since: Millis
  now: Millis
  timeZone: string
  language: Language
}

/** The board stands still while people play on: why nothing moves, and that it is meant. */
export function FrozenBand({ since, now, timeZone, language }: Props) {
  return (
    <p className={styles.band} role="status">
      <Snowflake className={styles.icon} />
      <Say message="kiosk.frozen" values={{ time: asOf(since, now, timeZone, language) }} />
    </p>
  )
}
