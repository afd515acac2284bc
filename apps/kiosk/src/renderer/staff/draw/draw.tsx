import type { PrizeView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ChoosePrize } from '../give/choose-prize.tsx'
import { usePrizes } from '../server/queries.ts'
import { buttonClass } from '../shell/button.tsx'
import { Page } from '../shell/page.tsx'
import { Empty, Loaded } from '../shell/states.tsx'
import { DrawStage } from './draw-stage.tsx'

/** A winner by lot, among all who may be drawn. */
export function DrawScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('staff.nav.draw')} lead={t('prizes.draw.lead')}>
      <Loaded query={usePrizes()}>
        {prizes => <Prizes prizes={prizes.filter(({ kind, removed }) => kind === 'draw' && !removed)} />}
      </Loaded>
    </Page>
  )
}

function Prizes({ prizes }: { prizes: PrizeView[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  if (prizes.length === 0) {
    return (
      <Empty title={t('prizes.draw.none')} text={t('prizes.draw.noneText')}>
        <Link href="/prizes/new" className={buttonClass('plain')}>
          {t('prizes.list.add')}
        </Link>
      </Empty>
    )
  }
  const prize = prizes.find(({ id }) => id === chosen) ?? (prizes.length === 1 ? prizes[0] : undefined)
  return (
    <>
      {/* One whose last piece was drawn stays open: its winner may be absent. */}
      <ChoosePrize prizes={prizes} value={prize?.id ?? null} onChange={setChosen} alsoGone />
      {prize && <DrawStage key={prize.id} prize={prize} />}
    </>
  )
}
