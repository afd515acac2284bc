import type { StaffMemberView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsOwner, useMember } from '../../access/use-member.ts'
import { Button } from '../../shell/button.tsx'
import { AddIcon } from '../../shell/icons.tsx'
import { Loaded } from '../../shell/states.tsx'
import { Badge } from '../badge.tsx'
import { useMembers } from '../queries.ts'
import { Section } from '../section.tsx'
import { MemberDialog } from './member-dialog.tsx'
import { RemoveMember } from './remove-member.tsx'
import styles from './rows.module.css'

/** Everybody of the crew. */
export function Members() {
  const { t } = useTranslation()
  const query = useMembers()
  const isOwner = useIsOwner()
  const own = useMember()
  const [edited, setEdited] = useState<StaffMemberView | 'new' | null>(null)
  return (
    <Section
      title={t('crew.team.members')}
      actions={
        isOwner && (
          <Button onClick={() => setEdited('new')}>
            <AddIcon />
            {t('crew.team.add')}
          </Button>
        )
      }
    >
      <Loaded query={query} lines={3}>
        {members => (
          <ul className={styles.rows}>
            {members.map(member => (
              <li key={member.id} className={styles.row}>
                <p className={styles.name}>
                  <bdi>{member.name}</bdi>
                  {member.id === own.id && <span className={styles.muted}> ({t('crew.team.you')})</span>}
                </p>
                <Badge kind={member.role === 'owner' ? 'good' : 'note'}>{t(`crew.team.roles.${member.role}`)}</Badge>
                {isOwner && (
                  <span className={styles.buttons}>
                    <Button aria-label={t('crew.team.edit', { name: member.name })} onClick={() => setEdited(member)}>
                      {t('crew.settings.change')}
                    </Button>
                    <RemoveMember member={member} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MemberDialog edited={edited} onClose={() => setEdited(null)} />
    </Section>
  )
}
