import styles from './duck-row.module.css'

const mostDucks = 6

/** The queue on the pond: those ahead, and the player's own duck at the end of the line, on the left. */
export function DuckRow({ ahead }: { ahead: number }) {
  const shown = Math.min(ahead, mostDucks)
  return (
    <div className={styles.row} aria-hidden="true">
      <Duck own />
      {Array.from({ length: shown }, (_, i) => (
        <Duck key={i} />
      ))}
      {ahead > shown && <span className={styles.more}>+{ahead - shown}</span>}
    </div>
  )
}

function Duck({ own = false }: { own?: boolean }) {
  return (
    <svg aria-hidden="true" className={own ? styles.own : styles.duck} viewBox="0 0 64 52">
      <path
        d="M8 30c4 4 9 4 14 2 2-2 3-5 2-8-3-8 3-15 11-15s13 6 12 13c0 4-2 6-1 9 4 3 5 7 4 11-3 5-10 7-20 7C16 49 4 42 8 30z"
        fill="currentColor"
      />
      <path d="M46 18c5-2 10 0 10 2s-5 5-10 4z" fill="var(--beak)" />
      <circle cx="39" cy="18" r="2.200" fill="#2b2b2b" />
    </svg>
  )
}
