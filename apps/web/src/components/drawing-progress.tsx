import type { EntryProgress } from '@dabble/api'
import { useNow } from '@dabble/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './drawing-progress.module.css'
import { DuckRow } from './duck-row.tsx'

/** Where the entry is: in the queue, at which step, and how long it will honestly take. */
export function DrawingProgress({ progress, waiting }: { progress: EntryProgress | null; waiting: string }) {
  const { t } = useTranslation()
  const drawing = progress?.state === 'running'
  const steps = progress?.steps ?? 0
  const title = !progress ? waiting : drawing ? t('play.drawing') : t('play.queued')
  const detail = !progress
    ? ''
    : drawing
      ? progress.step >= steps
        ? t('play.scoring')
        : t('play.step', { step: progress.step, steps })
      : progress.position === 0
        ? t('play.next')
        : t('play.ahead', { count: progress.position })
  return (
    <div className={styles.progress}>
      <div role="status" className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        {/* Steps pass too quickly to be read out; the place in the queue does not. */}
        <p aria-hidden={drawing} className={styles.detail}>
          {detail}
        </p>
      </div>
      {progress && !drawing && <DuckRow ahead={progress.position} />}
      {progress && drawing && (
        <div
          className={styles.steps}
          role="progressbar"
          aria-label={t('play.drawing')}
          aria-valuemin={0}
          aria-valuemax={steps}
          aria-valuenow={progress.step}
        >
          {Array.from({ length: steps }, (_, i) => (
            <span key={i} data-done={i < progress.step || undefined} />
          ))}
        </div>
      )}
      <Eta etaMs={progress?.etaMs ?? null} />
    </div>
  )
}

/** Counts down between two estimates; says nothing when nothing is known, and nothing under a second. */
function Eta({ etaMs }: { etaMs: number | null }) {
  const { t } = useTranslation()
  const now = useNow(500)
  const [until, setUntil] = useState<number | null>(null)
  useEffect(() => setUntil(etaMs === null ? null : Date.now() + etaMs), [etaMs])
  const seconds = until === null ? 0 : Math.ceil((until - now) / 1_000)
  if (seconds < 2) return <p className={styles.eta} />
  const left = seconds < 90 ? t('time.seconds', { n: seconds }) : t('time.minutes', { n: Math.ceil(seconds / 60) })
  return <p className={styles.eta}>{t('play.eta', { left })}</p>
}
