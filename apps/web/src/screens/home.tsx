import { useTranslation } from 'react-i18next'
import { LoadState } from '../components/load-state.tsx'
import { Page } from '../components/page.tsx'
import { Poster } from '../components/poster.tsx'
import { Stage } from '../components/stage.tsx'
import { useMe } from '../server/queries.ts'
import { JoinScreen } from './join.tsx'
import { PlayScreen } from './play.tsx'

/** The front door: newcomers join, players play. */
export function HomeScreen() {
  const { t } = useTranslation()
  const { data: me, error, refetch } = useMe()
  if (me) return <PlayScreen me={me} />
  if (me === null) return <JoinScreen />
  return (
    <Page title={t('nav.play')} titleHidden full>
      <Stage
        stage={<Poster picture={null} alt="" />}
        pond={<LoadState error={error} onRetry={() => void refetch()} lines={3} />}
      />
    </Page>
  )
}
