import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Page } from '../components/page.tsx'
import { useMe } from '../server/queries.ts'
import styles from './text.module.css'

const stored = ['nickname', 'prompts', 'cookies', 'local', 'contact'] as const

export function PrivacyScreen() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  return (
    <Page title={t('privacy.title')}>
      <p className={styles.lead}>{t('privacy.intro')}</p>
      <section className={styles.section}>
        <h2>{t('privacy.storedTitle')}</h2>
        <ul className={styles.list}>
          {stored.map(key => (
            <li key={key}>{t(`privacy.stored.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section className={styles.section}>
        <h2>{t('privacy.notTitle')}</h2>
        <p>{t('privacy.not')}</p>
      </section>
      <section className={styles.section}>
        <h2>{t('privacy.publicTitle')}</h2>
        <p>{t('privacy.public')}</p>
      </section>
      <section className={styles.section}>
        <h2>{t('privacy.leaveTitle')}</h2>
        <p>{t('privacy.leave')}</p>
        {me && (
          <p>
            <Link href="/me">{t('privacy.leaveLink')}</Link>
          </p>
        )}
      </section>
      <p className={styles.foot}>
        <Link href="/">{t('common.toGame')}</Link>
      </p>
    </Page>
  )
}
