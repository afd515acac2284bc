import type { HealthView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import styles from './figures.module.css'

/** What moves: readable from a step away. */
export function Figures({ health }: { health: HealthView }) {
  const { t } = useTranslation()
  const figures = [
    { name: t('crew.health.queue'), value: health.queue },
    { name: t('crew.health.perMinute'), value: Math.round(health.picturesPerMinute) },
    { name: t('crew.health.players'), value: health.players },
    { name: t('crew.health.watching'), value: health.watching },
    { name: t('crew.health.waiting'), value: health.waitingForScreening },
    { name: t('crew.health.failed'), value: health.failedPictures },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value }) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
