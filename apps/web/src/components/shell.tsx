import { cx, Logo } from '@dabble/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { toPickUp } from '../awards/fresh.ts'
import { useAwards } from '../server/queries.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { BrushIcon, HelpIcon, PersonIcon, PicturesIcon, TrophyIcon } from './icons.tsx'
import { InAppBanner } from './in-app-banner.tsx'
import styles from './shell.module.css'

/** What every screen has around it. Newcomers see fewer places to go. */
export function Shell({ joined, corner, children }: { joined: boolean; corner: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('common.skip')}
      </a>
      <ConnectionBanner />
      <header className={styles.header}>
        <Link href="/" className={styles.home}>
          <Logo className={styles.logo} />
          <span className={styles.word}>Dabble</span>
        </Link>
        <nav className={styles.nav} aria-label={t('nav.label')}>
          <Tab href="/" icon={<BrushIcon />} label={t('nav.play')} />
          <Tab href="/board" icon={<TrophyIcon />} label={t('nav.board')} />
          {joined && <Tab href="/pictures" icon={<PicturesIcon />} label={t('nav.pictures')} />}
          {joined && <Tab href="/me" icon={<PersonIcon />} label={t('nav.me')} badge={<PrizeBadge />} />}
          {!joined && <Tab href="/how" icon={<HelpIcon />} label={t('nav.how')} />}
        </nav>
        <div className={styles.corner}>{corner}</div>
      </header>
      <InAppBanner />
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

interface TabProps {
  href: string
  icon: ReactNode
  label: string
  badge?: ReactNode
}

function Tab({ href, icon, label, badge }: TabProps) {
  return (
    <Link href={href} className={active => cx(styles.tab, active && styles.active)}>
      {icon}
      <span>{label}</span>
      {badge}
    </Link>
  )
}

/** How many prizes wait at the booth. */
function PrizeBadge() {
  const { t } = useTranslation()
  const count = toPickUp(useAwards(true).data ?? [])
  if (count === 0) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('awards.waiting', { count })}</span>
    </span>
  )
}
