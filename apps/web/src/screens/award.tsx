import { currentLanguage } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { AwardCard } from '../awards/award-card.tsx'
import { ContactForm } from '../awards/contact-form.tsx'
import { buttonClass } from '../components/button.tsx'
import { BackIcon } from '../components/icons.tsx'
import { LoadState } from '../components/load-state.tsx'
import { Page } from '../components/page.tsx'
import { StateCard } from '../components/state-card.tsx'
import { useAwards } from '../server/queries.ts'
import styles from './play.module.css'

/** One prize of the player's: to be shown at the booth, or to be waited for elsewhere. */
export function AwardScreen({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data: awards, error, refetch } = useAwards(true)
  const award = awards?.find(one => one.id === id)
  return (
    <Page title={award?.prizeName[currentLanguage()] ?? t('awards.list')} titleHidden>
      <Link href="/me" className={styles.back}>
        <BackIcon />
        {t('nav.me')}
      </Link>
      {!awards && <LoadState error={error} onRetry={() => void refetch()} />}
      {awards && !award && (
        <StateCard title={t('awards.gone')} text={t('awards.goneText')}>
          <Link href="/me" className={buttonClass('plain')}>
            {t('nav.me')}
          </Link>
        </StateCard>
      )}
      {award && <AwardCard award={award} />}
      {award?.claimedAt === null && <ContactForm award={award} />}
    </Page>
  )
}
