import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAway } from '../shell/connection-banner.tsx'
import { Page } from '../shell/page.tsx'
import { Camera } from './camera.tsx'
import styles from './hand-over.module.css'
import { takeOpenedCode } from './opened-code.tsx'
import { offerOfEnter } from './outcome.ts'
import { OutcomeCard } from './outcome-card.tsx'
import { Recent } from './recent.tsx'
import { ScanField } from './scan-field.tsx'
import { useHandOver } from './use-hand-over.ts'
import { useUndoHandOver } from './use-undo-hand-over.ts'

/** The crew's home: a code in, a prize out, two seconds a person. */
export function HandOverScreen() {
  const { t } = useTranslation()
  const field = useRef<{ focus: () => void }>(null)
  const undo = useUndoHandOver()
  const { outcome, busy, scan, handOver, clear } = useHandOver(award => undo.offer(award, clear))
  const away = useAway()
  const first = offerOfEnter(outcome)
  const look = useRef(scan)
  useEffect(() => {
    // An address is opened by a camera, but also by a reload or by going back: it offers, and hands nothing over.
    const code = takeOpenedCode()
    if (code) look.current(code, false)
  }, [])
  // Whatever a code came to, the next one may follow.
  useEffect(() => field.current?.focus(), [outcome])
  return (
    <Page title={t('staff.nav.handOver')} titleHidden wide>
      <div className={styles.columns}>
        <div className={styles.loop}>
          <ScanField
            ref={field}
            offered={first !== null}
            onScan={text => scan(text, true)}
            onHandOver={() => first && void handOver(first)}
          />
          <Camera onCode={text => scan(text, true)} />
          <OutcomeCard outcome={outcome} busy={busy} away={away} onHandOver={offer => void handOver(offer)} />
        </div>
        <Recent />
      </div>
    </Page>
  )
}
