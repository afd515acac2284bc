import { cx, Logo } from '@dabble/ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { lockNow } from '../access/lock.ts'
import { useMember } from '../access/use-member.ts'
import { routes, type StaffRoute } from '../routes.ts'
import { Button } from './button.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { LockIcon, MoreIcon } from './icons.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LeaveKiosk } from './leave-kiosk.tsx'
import { MoreMenu } from './more-menu.tsx'
import styles from './shell.module.css'
import { Toaster } from './toaster.tsx'

const inMenu = routes.filter(({ name }) => name)

/** What every screen has around it: a rail beside it on a laptop, a bar beneath it on a phone. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const member = useMember()
  const [more, setMore] = useState(false)
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('common.skip')}
      </a>
      <header className={styles.top}>
        <Link href="/" className={styles.home}>
          <Logo className={styles.logo} />
          <span className={styles.word}>Dabble</span>
        </Link>
        <nav className={styles.nav} aria-label={t('staff.menu.label')}>
          {inMenu.map(route => (
            <Tab key={route.path} route={route} />
          ))}
          <button type="button" className={cx(styles.tab, styles.moreTab)} onClick={() => setMore(true)}>
            <MoreIcon />
            <span>{t('staff.menu.more')}</span>
          </button>
        </nav>
        <div className={styles.who}>
          <span className={styles.member}>
            <bdi>{member.name}</bdi>
          </span>
          <Button look="plain" className={styles.lock} onClick={() => void lockNow()}>
            <LockIcon />
            {t('staff.lock.now')}
          </Button>
          <div className={styles.extras}>
            <LanguageSwitch />
            <LeaveKiosk />
          </div>
        </div>
      </header>
      <div className={styles.body}>
        <ConnectionBanner />
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <MoreMenu open={more} onClose={() => setMore(false)} />
      <Toaster />
    </div>
  )
}

function Tab({ route: { path, name, icon: Icon, inBar } }: { route: StaffRoute }) {
  const { t } = useTranslation()
  return (
    <Link href={path} className={active => cx(styles.tab, active && styles.active, !inBar && styles.railOnly)}>
      {Icon && <Icon />}
      <span>{name && t(`staff.nav.${name}`)}</span>
    </Link>
  )
}
