import type { StaffMemberView, StaffRole } from '@dabble/api'
import { Segmented } from '@dabble/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { Field } from '../../shell/field.tsx'
import { toast } from '../../shell/toasts.ts'
import { PinField } from './pin-field.tsx'

interface MemberDialogProps {
  /** Null: closed. */
  edited: StaffMemberView | 'new' | null
  onClose: () => void
}

/** Somebody new, or another name, role or PIN for somebody. */
export function MemberDialog({ edited, onClose }: MemberDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  const [role, setRole] = useState<StaffRole>('staff')
  const member = edited === 'new' ? null : edited
  const save = useStaffMutation({
    send: (input: { name: string; pin: string; role: StaffRole }) =>
      member
        ? client.staff.crew.change.mutate({
            id: member.id,
            name: input.name,
            role: input.role,
            pin: input.pin || undefined,
          })
        : client.staff.crew.add.mutate(input),
    ownErrors: true,
    onDone(_, input) {
      onClose()
      toast({ kind: 'good', text: member ? t('crew.team.changed') : t('crew.team.added', { name: input.name }) })
    },
  })
  const { reset } = save
  useEffect(() => {
    if (!edited) return
    reset()
    setName(edited === 'new' ? '' : edited.name)
    setRole(edited === 'new' ? 'staff' : edited.role)
    setPin('')
  }, [edited, reset])
  return (
    <ConfirmDialog
      open={edited !== null}
      title={member ? t('crew.team.edit', { name: member.name }) : t('crew.team.add')}
      confirm={t(member ? 'crew.team.save' : 'crew.team.addYes')}
      busy={save.busy}
      error={save.errorText}
      onConfirm={() => save.run({ name, pin, role })}
      onClose={onClose}
    >
      <Field label={t('crew.team.name')} maxLength={60} value={name} onChange={event => setName(event.target.value)} />
      <PinField
        label={t(member ? 'crew.team.newPin' : 'crew.team.pin')}
        hint={t(member ? 'crew.team.newPinHint' : 'crew.team.pinHint')}
        value={pin}
        onChange={setPin}
      />
      <Segmented
        legend={t('crew.team.role')}
        options={(['staff', 'owner'] as const).map(value => ({ value, label: t(`crew.team.roles.${value}`) }))}
        value={role}
        onChange={setRole}
      />
    </ConfirmDialog>
  )
}
