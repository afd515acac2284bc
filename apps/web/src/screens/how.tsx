import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../components/button.tsx'
import { Page } from '../components/page.tsx'
import { useRound } from '../server/queries.ts'
import styles from './text.module.css'

const steps = ['look', 'say', 'watch', 'climb'] as const
const fair = ['fairNoise', 'fairRepeat', 'fairCopy', 'fairPace', 'fairSecret'] as const

export function HowScreen() {
  const { t } = useTranslation()
  const { data: round } = useRound()
  return (
    <Page title={t('how.title')}>
      <ol className={styles.steps}>
        {steps.map((step, i) => (
          <li key={step} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {i + 1}
            </span>
            <div>
              <h2>{t(`how.steps.${step}`)}</h2>
              <p>{t(`how.steps.${step}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <section className={styles.section}>
        <h2>{t('how.fairTitle')}</h2>
        <ul className={styles.list}>
          {fair.map(key => (
            <li key={key}>{t(`how.${key}`)}</li>
          ))}
        </ul>
      </section>
      {round && <p className={styles.muted}>{t('how.model', { name: round.model.name, steps: round.model.steps })}</p>}
      <Link href="/" className={buttonClass('big')}>
        {t('common.toGame')}
      </Link>
      <p className={styles.foot}>
        <Link href="/privacy">{t('nav.privacy')}</Link>
      </p>
    </Page>
  )
}
