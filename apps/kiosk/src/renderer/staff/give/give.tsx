import type { AwardView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { UndoDialog } from '../awards/undo-dialog.tsx'
import { Page } from '../shell/page.tsx'
import { FindPlayer } from './find-player.tsx'
import { GiveForm } from './give-form.tsx'
import { Given } from './given.tsx'

/** A prize on the spot: who, what, why. `?player=<id>` skips the first. */
export function GiveScreen() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [given, setGiven] = useState<AwardView | null>(null)
  const [undoing, setUndoing] = useState<AwardView | null>(null)
  const playerId = search.get('player')
  const choose = (id: string | null) => setSearch(id ? { player: id } : {})
  return (
    <Page title={t('staff.nav.give')} lead={playerId || given ? undefined : t('prizes.give.lead')}>
      {given ? (
        <Given award={given} onUndo={() => setUndoing(given)} onNext={() => setGiven(null)} />
      ) : playerId ? (
        <GiveForm
          key={playerId}
          playerId={playerId}
          onOther={() => choose(null)}
          onGiven={award => {
            setGiven(award)
            choose(null)
          }}
        />
      ) : (
        <FindPlayer onFound={choose} />
      )}
      <UndoDialog
        award={undoing}
        onClose={() => {
          setUndoing(null)
        }}
      />
    </Page>
  )
}
