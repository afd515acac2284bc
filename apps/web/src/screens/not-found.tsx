import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../components/button.tsx'
import { Page } from '../components/page.tsx'
import { StateCard } from '../components/state-card.tsx'

export function NotFoundScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('common.notFound')} titleHidden>
      <StateCard title={t('common.notFound')}>
        <Link href="/" className={buttonClass('plain')}>
          {t('common.toGame')}
        </Link>
      </StateCard>
    </Page>
  )
}
