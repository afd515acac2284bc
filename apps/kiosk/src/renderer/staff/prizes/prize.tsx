import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useIsOwner } from '../access/use-member.ts'
import { usePrizes } from '../server/queries.ts'
import { Notice } from '../shell/notice.tsx'
import { Page } from '../shell/page.tsx'
import { Loaded } from '../shell/states.tsx'
import { PrizeCodes } from './prize-codes.tsx'
import { PrizeForm } from './prize-form.tsx'
import { useNameOf } from './use-name-of.ts'

/** A new prize, or one that changes. */
export function PrizeScreen() {
  const { t } = useTranslation()
  const { id } = useParams()
  const [, navigate] = useLocation()
  const nameOf = useNameOf()
  const prizes = usePrizes()
  const prize = id === 'new' ? null : prizes.data?.find(prize => prize.id === id)
  const back = () => navigate('/prizes')
  if (!useIsOwner()) {
    return (
      <Page title={t('staff.nav.prizes')}>
        <Notice kind="note">{t('prizes.list.ownerOnly')}</Notice>
      </Page>
    )
  }
  return (
    <Page title={prize ? nameOf(prize.name) : t('prizes.edit.new')}>
      <Loaded query={prizes}>
        {() =>
          prize === undefined ? (
            <Notice kind="error">{t('error.prize-unknown')}</Notice>
          ) : (
            <>
              <PrizeForm key={id} prize={prize} onDone={back} onCancel={back} />
              {prize && <PrizeCodes prize={prize} />}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
