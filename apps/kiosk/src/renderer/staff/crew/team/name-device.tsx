import type { StaffDeviceView } from '@dabble/api'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { Field } from '../../shell/field.tsx'
import { toast } from '../../shell/toasts.ts'

/** What the crew calls a device. */
export function NameDevice({ device, onClose }: { device: StaffDeviceView | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const save = useStaffMutation({
    send: (input: { id: string; name: string }) => client.staff.crew.nameDevice.mutate(input),
    ownErrors: true,
    onDone() {
      onClose()
      toast({ kind: 'good', text: t('crew.team.named') })
    },
  })
  const { reset } = save
  useEffect(() => {
    reset()
    setName(device?.name ?? '')
  }, [device, reset])
  return (
    <ConfirmDialog
      open={device !== null}
      title={t('crew.team.nameDevice', { name: device?.name || t('crew.team.unnamed') })}
      confirm={t('crew.team.save')}
      busy={save.busy}
      error={save.errorText}
      onConfirm={() => device && save.run({ id: device.id, name })}
      onClose={onClose}
    >
      <Field
        label={t('crew.team.deviceName')}
        maxLength={40}
        value={name}
        onChange={event => setName(event.target.value)}
      />
    </ConfirmDialog>
  )
}
