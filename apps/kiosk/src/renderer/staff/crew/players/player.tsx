import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { usePlayer } from '../../server/queries.ts'
import { BackIcon } from '../../shell/icons.tsx'
import { Page } from '../../shell/page.tsx'
import { Loaded } from '../../shell/states.tsx'
import { DeedList } from '../log/deed-list.tsx'
import { Section } from '../section.tsx'
import styles from './player.module.css'
import { PlayerActions } from './player-actions.tsx'
import { PlayerAwards } from './player-awards.tsx'
import { PlayerCard } from './player-card.tsx'
import { PlayerPictures } from './player-pictures.tsx'

/** One player: how they stand, what they drew and won, what was done to them, and what can be done. */
export function PlayerScreen() {
  const { t } = useTranslation()
  const { id } = useParams<{ id: string }>()
  const query = usePlayer(id)
  return (
    <Page
      title={query.data?.nickname ?? t('crew.players.title')}
      actions={
        <Link href="/players" className={styles.back}>
          <BackIcon />
          {t('crew.players.all')}
        </Link>
      }
    >
      <Loaded query={query}>
        {player => (
          <>
            <PlayerCard player={player} />
            <Section title={t('crew.players.actions')} titleHidden>
              <PlayerActions player={player} />
            </Section>
            <Section title={t('crew.players.recent')}>
              <PlayerPictures entries={player.recent} />
            </Section>
            <Section title={t('crew.players.awards')}>
              <PlayerAwards awards={player.awards} />
            </Section>
            <Section title={t('crew.players.done')}>
              {player.log.length > 0 ? <DeedList rows={player.log} /> : <p>{t('crew.players.doneEmpty')}</p>}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
