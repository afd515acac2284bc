import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { routes } from '../routes.ts'
import { Dialog } from './dialog.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LeaveKiosk } from './leave-kiosk.tsx'
import styles from './more-menu.module.css'

/** On a phone: every screen that its bar has no room for. */
export function MoreMenu({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog open={open} title={t('staff.menu.more')} onClose={onClose}>
      <nav aria-label={t('staff.menu.more')}>
        <ul className={styles.list}>
          {routes.map(
            ({ path, name, icon: Icon, inBar }) =>
              name &&
              !inBar && (
                <li key={path}>
                  <Link href={path} className={styles.item} onClick={onClose}>
                    {Icon && <Icon />}
                    {t(`staff.nav.${name}`)}
                  </Link>
                </li>
              ),
          )}
        </ul>
      </nav>
      <LanguageSwitch />
      <LeaveKiosk />
      <button type="button" className={styles.close} onClick={onClose}>
        {t('staff.close')}
      </button>
    </Dialog>
  )
}
