import type { StaffMemberView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../shell/button.tsx'
import { BackIcon } from '../shell/icons.tsx'
import { Entrance } from './entrance.tsx'
import { lastMember } from './last-member.ts'
import styles from './unlock.module.css'
import { UnlockPin } from './unlock-pin.tsx'

/** Who are you, and your PIN; whoever unlocked this device last is not asked who they are. */
export function Unlock({ members }: { members: StaffMemberView[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(() => (members.length === 1 ? members[0]?.id : lastMember.read()) ?? null)
  const member = members.find(({ id }) => id === chosen)
  if (!member) {
    return (
      <Entrance title={t('staff.unlock.who')}>
        <ul className={styles.members}>
          {members.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className={styles.member} onClick={() => setChosen(id)}>
                <bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('staff.unlock.title', { name: member.name })}>
      <UnlockPin key={member.id} memberId={member.id} />
      {members.length > 1 && (
        <Button look="quiet" onClick={() => setChosen(null)}>
          <BackIcon />
          {t('staff.unlock.other')}
        </Button>
      )}
    </Entrance>
  )
}
