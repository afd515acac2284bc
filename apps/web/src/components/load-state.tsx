import { gameErrorOf } from '@dabble/api/client'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './load-state.module.css'
import { StateCard } from './state-card.tsx'

interface LoadStateProps {
  /** Null while loading. */
  error: unknown
  onRetry: () => void
  /** How many lines of the coming content to hint at. */
  lines?: number
}

/** What stands where content will be: its outline while loading, a way out when that failed. */
export function LoadState({ error, onRetry, lines = 6 }: LoadStateProps) {
  const { t } = useTranslation()
  if (!error) {
    return (
      <div className={styles.skeleton} role="status">
        <span className="visually-hidden">{t('common.loading')}</span>
        {Array.from({ length: lines }, (_, i) => (
          <div key={i} className={styles.line} />
        ))}
      </div>
    )
  }
  const known = gameErrorOf(error)
  return (
    <div role="alert">
      <StateCard
        title={t('common.loadFailed')}
        text={known ? t(`error.${known.key}`, known.values) : t('common.unreachable')}
      >
        <Button onClick={onRetry}>{t('common.retry')}</Button>
      </StateCard>
    </div>
  )
}
