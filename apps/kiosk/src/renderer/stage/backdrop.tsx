import styles from './backdrop.module.css'

/** Waves of length 120, wider than the drawing by two of them: they drift by 240 and start over unseen. */
function waves(height: number, depth: number): string {
  const crest = `q30-${height} 60 0t60 0`
  return `M-240 ${depth}${crest.repeat(18)}V200H-240Z`
}

/** A stage light over the pond, drifting slowly: pretty, and no pixel shows the same for two days. */
export function Backdrop() {
  return (
    <div className={styles.backdrop} aria-hidden="true">
      <i className={styles.light} />
      <svg className={styles.pond} viewBox="0 0 1600 200" preserveAspectRatio="none" role="presentation">
        <path className={styles.far} d={waves(14, 60)} />
        <path className={styles.near} d={waves(20, 110)} />
      </svg>
    </div>
  )
}
