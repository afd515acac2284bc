import type { PictureRef } from '@dabble/api'
import { Logo } from '@dabble/ui'
import { useState } from 'react'
import styles from './frame.module.css'

interface Props {
  /** Null while there is none that may be shown. */
  picture: PictureRef | null
  alt: string
  /** Changes when a picture that failed to load is worth another try. */
  epoch: number
  className?: string
}

/** A picture that fades in once it is decoded; a quiet empty frame where there is none, or where it does not load. */
export function Frame({ picture, alt, epoch, className = '' }: Props) {
  return (
    <span className={`${styles.frame} ${className}`}>
      <Logo className={styles.logo} />
      {picture && <Shown key={picture.url} url={picture.url} alt={alt} epoch={epoch} />}
    </span>
  )
}

function Shown({ url, alt, epoch }: { url: string; alt: string; epoch: number }) {
  const [loaded, setLoaded] = useState(false)
  const [failedIn, setFailedIn] = useState<number | null>(null)
  if (failedIn === epoch) return null
  return (
    <img
      className={styles.picture}
      data-loaded={loaded}
      src={url}
      alt={alt}
      decoding="async"
      onLoad={() => setLoaded(true)}
      onError={() => setFailedIn(epoch)}
    />
  )
}
