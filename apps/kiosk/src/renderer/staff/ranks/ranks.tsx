import type { RankProposal, RoundAdminView } from '@dabble/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useNameOf } from '../prizes/use-name-of.ts'
import { client } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import { useRounds } from '../server/queries.ts'
import { buttonClass } from '../shell/button.tsx'
import { SelectField } from '../shell/field.tsx'
import { Page } from '../shell/page.tsx'
import { Empty, Loaded } from '../shell/states.tsx'
import { GiveAll } from './give-all.tsx'
import { Proposals } from './proposals.tsx'

/** Who has won the prizes for ranks, once a round is final. */
export function RanksScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('staff.nav.ranks')} lead={t('prizes.ranking.lead')}>
      <Loaded query={useRounds()}>
        {rounds => <Rounds rounds={rounds.filter(({ state }) => state === 'final' || state === 'revealed')} />}
      </Loaded>
    </Page>
  )
}

function Rounds({ rounds }: { rounds: RoundAdminView[] }) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const [chosen, setChosen] = useState<string | null>(null)
  const round = rounds.find(({ id }) => id === chosen) ?? rounds[0]
  if (!round) {
    return (
      <Empty title={t('prizes.ranking.notFinal')} text={t('prizes.ranking.notFinalText')}>
        <Link href="/rounds" className={buttonClass('plain')}>
          {t('staff.nav.rounds')}
        </Link>
      </Empty>
    )
  }
  return (
    <>
      {rounds.length > 1 && (
        <SelectField label={t('prizes.edit.round')} value={round.id} onChange={event => setChosen(event.target.value)}>
          {rounds.map(({ id, title }) => (
            <option key={id} value={id}>
              {nameOf(title)}
            </option>
          ))}
        </SelectField>
      )}
      <OfRound key={round.id} roundId={round.id} />
    </>
  )
}

function OfRound({ roundId }: { roundId: string }) {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: keys.ranks(roundId),
    queryFn: () => client.staff.awards.ranks.query({ roundId }),
    refetchInterval: 10_000,
  })
  return (
    <Loaded query={query}>
      {(proposals: RankProposal[]) =>
        proposals.length === 0 ? (
          <Empty title={t('prizes.ranking.none')} text={t('prizes.ranking.noneText')}>
            <Link href="/prizes" className={buttonClass('plain')}>
              {t('staff.nav.prizes')}
            </Link>
          </Empty>
        ) : (
          <>
            <GiveAll proposals={proposals} />
            <Proposals proposals={proposals} />
          </>
        )
      }
    </Loaded>
  )
}
