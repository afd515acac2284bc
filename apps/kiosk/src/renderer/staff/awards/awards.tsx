import type { AwardView } from '@dabble/api'
import { Segmented } from '@dabble/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNameOf } from '../prizes/use-name-of.ts'
import { useAwards, usePrizes } from '../server/queries.ts'
import { Button } from '../shell/button.tsx'
import { SelectField } from '../shell/field.tsx'
import { Page } from '../shell/page.tsx'
import { Empty, Loaded } from '../shell/states.tsx'
import { AwardRow } from './award-row.tsx'
import styles from './awards.module.css'
import { UndoDialog } from './undo-dialog.tsx'

const pageSize = 50

/** Who gave what to whom, and what still waits to be handed over. */
export function AwardsScreen() {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const [prizeId, setPrizeId] = useState('')
  const [show, setShow] = useState<'all' | 'waiting'>('all')
  const prizes = usePrizes().data ?? []
  const query = useAwards({ prizeId: prizeId || undefined, waiting: show === 'waiting' || undefined })
  return (
    <Page title={t('staff.nav.awards')}>
      <div className={styles.filters}>
        <SelectField label={t('prizes.log.prize')} value={prizeId} onChange={event => setPrizeId(event.target.value)}>
          <option value="">{t('prizes.log.allPrizes')}</option>
          {prizes.map(({ id, name }) => (
            <option key={id} value={id}>
              {nameOf(name)}
            </option>
          ))}
        </SelectField>
        <Segmented
          legend={t('prizes.log.show')}
          options={[
            { value: 'all', label: t('prizes.log.all') },
            { value: 'waiting', label: t('prizes.log.waiting') },
          ]}
          value={show}
          onChange={setShow}
        />
      </div>
      <Loaded query={query}>
        {awards => <List key={`${prizeId} ${show}`} awards={awards} waiting={show === 'waiting'} />}
      </Loaded>
    </Page>
  )
}

function List({ awards, waiting }: { awards: AwardView[]; waiting: boolean }) {
  const { t } = useTranslation()
  const [most, setMost] = useState(pageSize)
  const [undoing, setUndoing] = useState<AwardView | null>(null)
  if (awards.length === 0) {
    return (
      <Empty title={waiting ? t('prizes.log.noneWaiting') : t('prizes.log.none')} text={t('prizes.log.noneText')} />
    )
  }
  return (
    <>
      <ul className={styles.list}>
        {awards.slice(0, most).map(award => (
          <AwardRow key={award.id} award={award} onUndo={() => setUndoing(award)} />
        ))}
      </ul>
      {awards.length > most && (
        <Button onClick={() => setMost(most + pageSize)}>
          {t('prizes.log.more', { count: awards.length - most })}
        </Button>
      )}
      <UndoDialog award={undoing} onClose={() => setUndoing(null)} />
    </>
  )
}
