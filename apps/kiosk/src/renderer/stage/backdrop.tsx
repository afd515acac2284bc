import styles from './backdrop.module.css'

/** Waves of length 120, two more than the screen is wide: they drift by two and start over unseen. */
function Waves({ className, height }: { className: string | undefined; height: number }) {
  const crest = `q30-${height} 60 0t60 0`
  return (
    <svg className={className} viewBox="0 0 1800 180" preserveAspectRatio="none" role="presentation">
      <path d={`M0 ${height}${crest.repeat(15)}V180H0Z`} />
    </svg>
  )
}

/** A stage light over the pond, drifting slowly: pretty, and no pixel shows the same for two days. */
export function Backdrop() {
  return (
    <div className={styles.backdrop} aria-hidden="true">
      <i className={styles.light} />
      <Waves className={styles.far} height={14} />
      <Waves className={styles.near} height={20} />
    </div>
  )
}
