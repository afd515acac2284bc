import type { PrizeView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useIsOwner } from '../access/use-member.ts'
import { usePrizes } from '../server/queries.ts'
import { buttonClass } from '../shell/button.tsx'
import { AddIcon } from '../shell/icons.tsx'
import { Page } from '../shell/page.tsx'
import { Empty, Loaded } from '../shell/states.tsx'
import { PrizeCard } from './prize-card.tsx'
import styles from './prizes.module.css'

/** What there is to win, and what is left of it. */
export function PrizesScreen() {
  const { t } = useTranslation()
  const owner = useIsOwner()
  const add = owner && (
    <Link href="/prizes/new" className={buttonClass('plain')}>
      <AddIcon />
      {t('prizes.list.add')}
    </Link>
  )
  return (
    <Page title={t('staff.nav.prizes')} actions={add} lead={owner ? undefined : t('prizes.list.ownerOnly')} wide>
      <Loaded query={usePrizes()}>{prizes => <List prizes={prizes} owner={owner} />}</Loaded>
    </Page>
  )
}

function List({ prizes, owner }: { prizes: PrizeView[]; owner: boolean }) {
  const { t } = useTranslation()
  const offered = prizes.filter(({ removed }) => !removed)
  const removed = prizes.filter(({ removed }) => removed)
  return (
    <>
      {offered.length === 0 && (
        <Empty title={t('prizes.list.none')} text={owner ? t('prizes.list.noneText') : t('prizes.list.ownerOnly')}>
          {owner && (
            <Link href="/prizes/new" className={buttonClass('plain')}>
              {t('prizes.list.add')}
            </Link>
          )}
        </Empty>
      )}
      <ul className={styles.list}>
        {offered.map(prize => (
          <PrizeCard key={prize.id} prize={prize} />
        ))}
      </ul>
      {removed.length > 0 && (
        <details className={styles.removed}>
          <summary>{t('prizes.list.removed', { count: removed.length })}</summary>
          <ul className={styles.list}>
            {removed.map(prize => (
              <PrizeCard key={prize.id} prize={prize} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
