import { changeLanguage, currentLanguage, Logo, languages } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import type { ConnectBridge } from '../preload/bridge.ts'
import styles from './app.module.css'
import { Audience } from './audience.tsx'
import { Button } from './button.tsx'
import { Step } from './step.tsx'
import { useConnectState } from './use-connect-state.ts'

const names = { ko: '한국어', en: 'English' }

export function App({ bridge }: { bridge: ConnectBridge }) {
  const { t } = useTranslation()
  const state = useConnectState(bridge)
  if (!state) return null
  if (!state.staff) return <Audience />
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        {languages.map(language => (
          <Button
            key={language}
            look="quiet"
            lang={language}
            aria-pressed={language === currentLanguage()}
            onClick={() => changeLanguage(language)}
          >
            {names[language]}
          </Button>
        ))}
        <Button look="quiet" className={styles.exit} onClick={() => void bridge.exit()}>
          {t('connect.exit')}
        </Button>
      </header>
      <main className={styles.main}>
        <Logo className={styles.logo} />
        <Step state={state} bridge={bridge} />
      </main>
    </div>
  )
}
