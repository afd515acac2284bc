import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inAppOf, outsideUrl } from '../in-app/detect.ts'
import { recovery } from '../player/recovery.ts'
import { Button, buttonClass } from './button.tsx'
import { copyText } from './copy-text.ts'
import styles from './in-app-banner.module.css'

const app = inAppOf(navigator.userAgent)

/** In an app's own browser: offers the way out. Playing works here, too. */
export function InAppBanner() {
  const { t } = useTranslation()
  const [dismissed, setDismissed] = useState(false)
  const [copied, setCopied] = useState<boolean | null>(null)
  if (!app || dismissed) return null
  const url = outsideUrl(app, navigator.userAgent, addressToContinue())
  const name = app === 'other' ? t('inApp.other') : app
  return (
    <aside className={styles.banner}>
      <p>{t('inApp.text', { app: name })}</p>
      <div className={styles.buttons}>
        {url ? (
          <a className={buttonClass('plain')} href={url}>
            {t('inApp.open')}
          </a>
        ) : (
          <Button onClick={() => setCopied(copyText(location.origin))}>{t('inApp.copy')}</Button>
        )}
        <Button look="quiet" onClick={() => setDismissed(true)}>
          {t('inApp.dismiss')}
        </Button>
      </div>
      <p role="status">
        {copied === true && t('inApp.copied')}
        {copied === false && (
          <>
            {t('inApp.copyByHand')} <b className={styles.address}>{location.origin}</b>
          </>
        )}
      </p>
    </aside>
  )
}

/** Another browser has other cookies: the recovery code comes along, in the fragment, which no server sees. */
function addressToContinue(): string {
  const code = recovery.get()?.code
  return `${location.origin}/${code ? `#continue=${code}` : ''}`
}
