import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from './shell/button.tsx'
import { Page } from './shell/page.tsx'

export function NotFoundScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('common.notFound')}>
      <p>
        <Link href="/" className={buttonClass('plain')}>
          {t('staff.nav.handOver')}
        </Link>
      </p>
    </Page>
  )
}
