import styles from './fingerprint.module.css'

/** In rows of eight pairs, as people compare it. */
export function Fingerprint({ label, value }: { label: string; value: string }) {
  const pairs = value.split(':')
  const rows = Array.from({ length: Math.ceil(pairs.length / 8) }, (_, row) =>
    pairs.slice(row * 8, row * 8 + 8).join(':'),
  )
  return (
    <figure className={styles.fingerprint}>
      <figcaption>{label}</figcaption>
      <code>
        {rows.map((row, index) => (
          <span key={`${index} ${row}`}>{row}</span>
        ))}
      </code>
    </figure>
  )
}
