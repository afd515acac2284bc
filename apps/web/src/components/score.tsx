import { showScore } from '@dabble/api'
import { wantsMotion } from '@dabble/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './score.module.css'

const countMs = 1_300

/** A score that counts up to what it is. The way there is only for the eyes: screen readers hear the result elsewhere. */
export function Score({ score, shown, animate }: { score: number; shown: string; animate: boolean }) {
  const { t } = useTranslation()
  const text = useCountUp(score, shown, animate)
  return (
    <p className={styles.score} aria-hidden="true">
      <span className={styles.number}>
        {/* Keeps the width of the final number from the first frame on. */}
        <span className={styles.width}>{shown}</span>
        <span className={styles.text}>{text}</span>
      </span>
      <span className={styles.of}>{t('result.of')}</span>
    </p>
  )
}

function useCountUp(score: number, shown: string, animate: boolean): string {
  const [part, setPart] = useState(animate && wantsMotion() ? 0 : 1)
  useEffect(() => {
    if (part >= 1) return
    const start = performance.now()
    let frame = requestAnimationFrame(function tick(now) {
      const done = Math.min(1, (now - start) / countMs)
      setPart(1 - (1 - done) ** 4)
      if (done < 1) frame = requestAnimationFrame(tick)
      else setPart(1)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const decimals = shown.split('.')[1]?.length ?? 0
  return part >= 1 ? shown : showScore(score * part, decimals)
}
