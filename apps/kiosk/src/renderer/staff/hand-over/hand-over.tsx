import { useTranslation } from 'react-i18next'
import { Page } from '../shell/page.tsx'

export function HandOverScreen() {
  const { t } = useTranslation()
  return <Page title={t('staff.nav.handOver')}>{null}</Page>
}
