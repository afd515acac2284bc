import type { HealthProblem, HealthView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAway } from '../../shell/connection-banner.tsx'
import { AwayIcon, ErrorIcon, GoodIcon } from '../../shell/icons.tsx'
import { useSayTime } from '../time/use-say-time.ts'
import styles from './health-status.module.css'

const where: Partial<Record<HealthProblem, { to: string; name: 'toSettings' | 'toRounds' | 'toScreening' }>> = {
  'queue-long': { to: '/settings', name: 'toSettings' },
  'pictures-failing': { to: '/rounds', name: 'toRounds' },
  'screening-waiting': { to: '/screening', name: 'toScreening' },
}

/** All well, or what needs a person and what to do; what was known last while the server is away. */
export function HealthStatus({ health, away }: { health: HealthView; away: boolean }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  const gone = useAway() || away
  const time = sayTime(health.at)
  const { problems } = health
  const kind = gone ? 'away' : problems.length > 0 ? 'needs' : 'well'
  const Icon = { away: AwayIcon, needs: ErrorIcon, well: GoodIcon }[kind]
  return (
    <section className={styles.status} data-kind={kind}>
      <div className={styles.head} role="status">
        <Icon />
        <div>
          <h2 className={styles.title}>
            {kind === 'needs' ? t('crew.health.needs', { count: problems.length }) : t(`crew.health.${kind}`)}
          </h2>
          {gone && <p>{t('crew.health.awayText', { time })}</p>}
          {kind === 'well' && <p>{t('crew.health.wellText')}</p>}
        </div>
        {!gone && <p className={styles.asOf}>{t('crew.health.asOf', { time })}</p>}
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map(problem => {
            const link = where[problem]
            return (
              <li key={problem} className={styles.problem}>
                <strong>{t(`crew.health.problems.${problem}.what`)}</strong>
                <p>{t(`crew.health.problems.${problem}.do`)}</p>
                {link && <Link href={link.to}>{t(`crew.health.${link.name}`)}</Link>}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
