import { useEffect, useState } from 'react'
import styles from './drawing.module.css'

/**
 * The picture growing out of the noise: each partial picture is washed over the one before. Without any yet, ripples on the
 * pond.
 */
export function Drawing({ partial, alt }: { partial: string | null; alt: string }) {
  const [layers, setLayers] = useState<Array<{ id: number; src: string }>>([])
  useEffect(() => {
    if (!partial) return setLayers([])
    setLayers(before => [...before.slice(-1), { id: (before.at(-1)?.id ?? 0) + 1, src: partial }])
  }, [partial])
  return (
    <div className={styles.canvas} role="img" aria-label={alt}>
      {layers.length === 0 && (
        <>
          <span className={styles.ripple} />
          <span className={styles.ripple} />
          <span className={styles.ripple} />
        </>
      )}
      {layers.map(({ id, src }) => (
        <img key={id} className={styles.layer} src={src} alt="" />
      ))}
      <span className={styles.gleam} />
    </div>
  )
}
