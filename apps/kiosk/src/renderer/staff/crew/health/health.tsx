import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'
import { Loaded } from '../../shell/states.tsx'
import { useHealth } from '../queries.ts'
import { Figures } from './figures.tsx'
import { HealthStatus } from './health-status.tsx'
import { Parts } from './parts.tsx'

/** How the box is: one look from afar, then what needs a person, then the figures. */
export function HealthScreen() {
  const { t } = useTranslation()
  const query = useHealth()
  return (
    <Page title={t('crew.health.title')}>
      <Loaded query={query}>
        {health => (
          <>
            <HealthStatus health={health} away={query.isError || query.failureCount > 1} />
            <Figures health={health} />
            <Parts health={health} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
