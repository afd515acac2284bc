import { cx } from '@dabble/ui'
import type { ReactNode } from 'react'
import styles from './stage.module.css'

/** The two halves of every game screen: what is shown in the stage light, and the pond where the player acts. */
export function Stage({ stage, pond, wide = false }: { stage: ReactNode; pond: ReactNode; wide?: boolean }) {
  return (
    <div className={cx(styles.scene, wide && styles.wide)}>
      <div className={styles.stage}>
        <div className={styles.light} aria-hidden="true" />
        {stage}
      </div>
      <div className={styles.pond}>
        <Wave />
        <div className={styles.content}>{pond}</div>
      </div>
    </div>
  )
}

function Wave() {
  return (
    <div className={styles.waves} aria-hidden="true">
      <svg aria-hidden="true" className={styles.far} viewBox="0 0 2880 60" preserveAspectRatio="none">
        <path d="M0 30c120-36 240-36 360 0s240 36 360 0 240-36 360 0 240 36 360 0 240-36 360 0 240 36 360 0 240-36 360 0 240 36 360 0v30H0z" />
      </svg>
      <svg aria-hidden="true" className={styles.near} viewBox="0 0 2880 60" preserveAspectRatio="none">
        <path d="M0 34c120 26 240 26 360 0s240-26 360 0 240 26 360 0 240-26 360 0 240 26 360 0 240-26 360 0 240 26 360 0 240-26 360 0v26H0z" />
      </svg>
    </div>
  )
}
