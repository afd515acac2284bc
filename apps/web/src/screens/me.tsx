import type { Language, PlayerView } from '@dabble/api'
import { QrCode, Segmented } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { AwardList } from '../awards/award-list.tsx'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { Notice } from '../components/notice.tsx'
import { Page } from '../components/page.tsx'
import { theme } from '../player/theme.ts'
import { useStored } from '../storage/stored.ts'
import styles from './me.module.css'
import { LeaveForm } from './me-leave.tsx'
import { RecoveryPanel } from './me-recovery.tsx'
import { RenameForm } from './me-rename.tsx'

export function MeScreen({ me, setLanguage }: { me: PlayerView; setLanguage: (language: Language) => void }) {
  const { t } = useTranslation()
  const chosen = useStored(theme)
  return (
    <Page title={t('me.title')}>
      <div className={styles.badge}>
        <p className={styles.nickname}>{me.nickname}</p>
        <dl className={styles.code}>
          <dt>{t('me.playerCode')}</dt>
          <dd>{me.playerCode}</dd>
        </dl>
        <QrCode
          className={styles.qr}
          text={`${location.origin}/staff/player/${me.playerCode}`}
          label={t('me.playerCodeQr', { code: me.playerCode })}
        />
        <p className={styles.small}>{t('me.playerCodeHint')}</p>
      </div>
      {me.disqualified && <Notice kind="error">{t('me.disqualified')}</Notice>}
      {me.muted && <Notice kind="note">{t('me.muted')}</Notice>}
      {me.ghost && <Notice kind="note">{t('me.ghost')}</Notice>}
      <AwardList />
      <RenameForm me={me} />
      <div className={styles.choices}>
        <LanguageSwitch onChange={setLanguage} />
        <Segmented
          legend={t('me.theme')}
          options={(['system', 'light', 'dark'] as const).map(value => ({ value, label: t(`me.themes.${value}`) }))}
          value={chosen ?? 'system'}
          onChange={value => theme.set(value === 'system' ? null : value)}
        />
      </div>
      <RecoveryPanel me={me} />
      <LeaveForm />
      <p className={styles.links}>
        <Link href="/how">{t('nav.how')}</Link>
        <Link href="/privacy">{t('nav.privacy')}</Link>
      </p>
    </Page>
  )
}
