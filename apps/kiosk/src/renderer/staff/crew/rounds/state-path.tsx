import type { RoundState } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { statePath } from './next-step.ts'
import styles from './state-path.module.css'

/** Where a round is on its way from draft to revealed. */
export function StatePath({ state }: { state: RoundState }) {
  const { t } = useTranslation()
  const here = statePath.indexOf(state)
  return (
    <ol className={styles.path} aria-label={t('crew.rounds.path')}>
      {statePath.map((one, i) => (
        <li
          key={one}
          className={styles.stop}
          data-place={i < here ? 'before' : i === here ? 'here' : 'ahead'}
          aria-current={i === here ? 'step' : undefined}
        >
          {t(`crew.rounds.states.${one}`)}
        </li>
      ))}
    </ol>
  )
}
