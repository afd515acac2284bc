import type { PictureRef } from '@dabble/api'
import { cx, Picture } from '@dabble/ui'
import type { ReactNode } from 'react'
import styles from './poster.module.css'

interface PosterProps {
  picture: PictureRef | null
  alt: string
  /** A word on the frame. */
  caption?: string
  instead?: ReactNode
  size?: 'big' | 'half' | 'small'
  lean?: 'left' | 'right'
  /** Shown instead of the picture, in its frame. */
  children?: ReactNode
  /** Painted on in one sweep. */
  reveal?: boolean
}

/** A picture on a swan-white frame, hung a little askew. */
export function Poster({ picture, alt, caption, instead, size = 'big', lean = 'left', children, reveal }: PosterProps) {
  return (
    <figure className={cx(styles.poster, styles[size], styles[lean])}>
      {children ?? (
        <Picture
          picture={picture}
          alt={alt}
          instead={instead}
          eager
          className={cx(styles.picture, reveal && styles.reveal)}
        />
      )}
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  )
}
