import type { PictureRef } from '@dabble/api'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import styles from './picture.module.css'

export interface PictureProps {
  /** Null shows `instead` on a calm ground. */
  picture: PictureRef | null
  /** Empty where the text beside it says the same. */
  alt: string
  /** Shown when there is no picture: why not, in a word or two. */
  instead?: ReactNode
  /** Too small for words: only a symbol when it fails. */
  thumbnail?: boolean
  /** Load at once, before it scrolls into view. */
  eager?: boolean
  className?: string
}

/** A square picture that is never a grey box: it shimmers while loading, and says so in words when it cannot be had. */
export function Picture({ picture, instead, className, ...rest }: PictureProps) {
  if (!picture) return <div className={cx(styles.frame, styles.instead, className)}>{instead}</div>
  return <Loading key={picture.url} picture={picture} className={className} {...rest} />
}

/** Addresses that were shown before: the browser has them, and nothing shimmers again. */
const loaded = new Set<string>()

type LoadingProps = Omit<PictureProps, 'instead'> & { picture: PictureRef }

function Loading({ picture, alt, thumbnail = false, eager = false, className }: LoadingProps) {
  const [state, setState] = useState<'loading' | 'done' | 'failed'>(loaded.has(picture.url) ? 'done' : 'loading')
  const retry = () => setState('loading')
  useEffect(() => {
    if (state !== 'failed') return
    const again = () => setState('loading')
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [state])
  return (
    <div className={cx(styles.frame, className)} data-state={state}>
      {state === 'failed' ? (
        <Failed thumbnail={thumbnail} retry={retry} />
      ) : (
        <img
          className={styles.image}
          src={picture.url}
          alt={alt}
          width={picture.width}
          height={picture.height}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
          onLoad={() => {
            loaded.add(picture.url)
            setState('done')
          }}
          onError={() => setState('failed')}
        />
      )}
    </div>
  )
}

function Failed({ thumbnail, retry }: { thumbnail: boolean; retry: () => void }) {
  const { t } = useTranslation()
  if (thumbnail) {
    return (
      <span className={styles.failed} role="img" aria-label={t('picture.failed')}>
        <BrokenIcon />
      </span>
    )
  }
  return (
    <span className={styles.failed}>
      <BrokenIcon />
      {t('picture.failed')}
      <button type="button" className={styles.retry} onClick={retry}>
        {t('picture.retry')}
      </button>
    </span>
  )
}

function BrokenIcon() {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 5h9M17 5h3v14h-3M13 19H4V5M4 16l4-4 3 3M14 3l-2 5 3 3-3 4 2 6" />
    </svg>
  )
}
