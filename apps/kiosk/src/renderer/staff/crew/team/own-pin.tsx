import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { toast } from '../../shell/toasts.ts'
import { Section } from '../section.tsx'
import { PinField } from './pin-field.tsx'

/** Another PIN for oneself; the old one first, because a device may have been left unlocked. */
export function OwnPin() {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [oldPin, setOldPin] = useState('')
  const [pin, setPin] = useState('')
  const change = useStaffMutation({
    send: (input: { oldPin: string; pin: string }) => client.staff.crew.changePin.mutate(input),
    ownErrors: true,
    onDone() {
      setAsking(false)
      toast({ kind: 'good', text: t('crew.team.pinChanged') })
    },
  })
  return (
    <Section
      title={t('crew.team.ownPin')}
      actions={
        <Button
          onClick={() => {
            change.reset()
            setOldPin('')
            setPin('')
            setAsking(true)
          }}
        >
          {t('crew.team.changePin')}
        </Button>
      }
    >
      <ConfirmDialog
        open={asking}
        title={t('crew.team.changePin')}
        confirm={t('crew.team.save')}
        busy={change.busy}
        error={change.errorText}
        onConfirm={() => change.run({ oldPin, pin })}
        onClose={() => setAsking(false)}
      >
        <PinField label={t('crew.team.oldPin')} value={oldPin} onChange={setOldPin} />
        <PinField label={t('crew.team.newPin')} hint={t('crew.team.pinHint')} value={pin} onChange={setPin} />
      </ConfirmDialog>
    </Section>
  )
}
