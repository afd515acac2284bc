import type { RoundAdminView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useIsOwner } from '../../access/use-member.ts'
import { buttonClass } from '../../shell/button.tsx'
import { AddIcon } from '../../shell/icons.tsx'
import { Page } from '../../shell/page.tsx'
import { Empty, Loaded } from '../../shell/states.tsx'
import { useRoundsClosely } from '../queries.ts'
import { RoundCard } from './round-card.tsx'

/** Every round, the newest at the top, each with the one thing to do next. */
export function RoundsScreen() {
  const { t } = useTranslation()
  const query = useRoundsClosely()
  const isOwner = useIsOwner()
  const make = isOwner && (
    <Link href="/rounds/new" className={buttonClass('plain')}>
      <AddIcon />
      {t('crew.rounds.make')}
    </Link>
  )
  return (
    <Page title={t('crew.rounds.title')} actions={make}>
      <Loaded query={query}>
        {rounds =>
          rounds.length === 0 ? (
            <Empty title={t('crew.rounds.empty')} text={t('crew.rounds.emptyText')} />
          ) : (
            openFirst(rounds).map(round => <RoundCard key={round.id} round={round} all={rounds} />)
          )
        }
      </Loaded>
    </Page>
  )
}

/** What is being played comes before what is being prepared. */
const openFirst = (rounds: RoundAdminView[]): RoundAdminView[] =>
  rounds.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
