import { Logo } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import styles from './audience.module.css'

/** On the audience's display while staff have one of their own: nothing to touch, nothing to worry about. */
export function Audience() {
  const { t } = useTranslation()
  return (
    <main className={styles.stage}>
      <Logo className={styles.logo} />
      <h1>{t('connect.audience.title')}</h1>
      <p>{t('connect.audience.text')}</p>
    </main>
  )
}
