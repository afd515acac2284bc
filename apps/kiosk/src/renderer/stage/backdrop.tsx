import styles from './backdrop.module.css'

/** Stage light over water, drifting slowly: pretty, and no pixel shows the same for two days. */
export function Backdrop() {
  return (
    <div className={styles.backdrop} aria-hidden="true">
      <i className={styles.light} />
      <i className={styles.water} />
    </div>
  )
}
