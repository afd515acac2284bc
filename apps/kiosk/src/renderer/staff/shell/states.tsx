import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../server/use-error-text.ts'
import { Button } from './button.tsx'
import styles from './states.module.css'

/** The outline of the coming content. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={styles.line} />
      ))}
    </div>
  )
}

/** Nothing there, and what to do about it. */
export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  )
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown }
  lines?: number
  children: (data: T) => ReactNode
}

/** What was asked of the server: its outline while it is on its way, a way out when that failed, the last there was after that. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  const { t } = useTranslation()
  const textOf = useErrorText()
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return <Loading lines={lines} />
  return (
    <div className={styles.card} role="alert">
      <h2 className={styles.title}>{t('common.loadFailed')}</h2>
      <p className={styles.text}>{textOf(query.error)}</p>
      <Button onClick={() => query.refetch()}>{t('common.retry')}</Button>
    </div>
  )
}
