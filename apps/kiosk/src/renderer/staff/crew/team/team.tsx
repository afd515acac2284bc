import { useTranslation } from 'react-i18next'
import { useIsOwner } from '../../access/use-member.ts'
import { Notice } from '../../shell/notice.tsx'
import { Page } from '../../shell/page.tsx'
import { Devices } from './devices.tsx'
import { Invite } from './invite.tsx'
import { Members } from './members.tsx'
import { OwnPin } from './own-pin.tsx'

/** Who belongs to the crew, and on which devices they work. */
export function TeamScreen() {
  const { t } = useTranslation()
  const isOwner = useIsOwner()
  return (
    <Page title={t('crew.team.title')} lead={t('crew.team.roleText')} actions={isOwner && <Invite />}>
      {!isOwner && <Notice kind="note">{t('crew.team.ownerOnly')}</Notice>}
      <Members />
      {isOwner && <Devices />}
      <OwnPin />
    </Page>
  )
}
