import { Logo } from '@dabble/ui'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ConnectionBanner } from '../shell/connection-banner.tsx'
import { LanguageSwitch } from '../shell/language-switch.tsx'
import { LeaveKiosk } from '../shell/leave-kiosk.tsx'
import styles from './entrance.module.css'

/** The frame of every step before the staff screens. */
export function Entrance({ title, lead, children }: { title?: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation()
  const name = title ?? t('staff.title')
  useEffect(() => {
    document.title = `${name} · Dabble`
  }, [name])
  return (
    <div className={styles.entrance}>
      <ConnectionBanner />
      <main className={styles.card}>
        <Logo className={styles.logo} />
        <h1 className={styles.title}>{name}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.footer}>
        <LanguageSwitch />
        <LeaveKiosk />
      </footer>
    </div>
  )
}
