import type { PictureFrame } from '@dabble/api'
import { useFlip } from '@dabble/ui'
import { useRef } from 'react'
import { fitFrames } from './fit-frames.ts'
import { Frame } from './frame.tsx'
import styles from './latest.module.css'
import { useCalm } from './use-calm.ts'
import { useSizeInRem } from './use-size.ts'

/** A picture stays in its place at least that long, however fast the booth is. */
const calmMs = 2_500
const gapRem = 1.2
/** Below the pictures: the name. */
const captionRem = 2.6
const glideMs = 900
const arrival = { opacity: 0, transform: 'translateX(-6rem) scale(0.4) rotate(-8deg)' }

/** The newest pictures that may be shown, newest first, as many as fit in one row. */
export function Latest({ newest, epoch, label }: { newest: PictureFrame[]; epoch: number; label: string }) {
  const list = useRef<HTMLUListElement>(null)
  const { width, height } = useSizeInRem(list)
  const fit = fitFrames(width, Math.max(1, height - captionRem), gapRem)
  const shown = useCalm(newest, calmMs).slice(0, fit.frames)
  useFlip(list, arrival, glideMs)
  return (
    <section className={styles.latest} aria-label={label}>
      <ul ref={list} className={styles.frames} style={{ '--side': `${fit.side}rem`, '--gap': `${fit.gap}rem` }}>
        {shown.map(frame => (
          <li key={`${frame.at} ${frame.playerCode}`} data-flip={`${frame.at} ${frame.playerCode}`}>
            <Frame picture={frame.picture} alt="" epoch={epoch} className={styles.picture} />
            <span className={styles.score}>{frame.scoreShown}</span>
            <bdi className={styles.name}>{frame.nickname}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
