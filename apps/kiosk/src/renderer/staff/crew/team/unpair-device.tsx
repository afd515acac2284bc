import type { StaffDeviceView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, queryClient } from '../../server/client.ts'
import { keys } from '../../server/keys.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { toast } from '../../shell/toasts.ts'

/** A device that was lost or lent stops being one of the crew's. */
export function UnpairDevice({ device: { id, own }, name }: { device: StaffDeviceView; name: string }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const unpair = useStaffMutation({
    send: () => client.staff.crew.unpair.mutate({ id }),
    ownErrors: true,
    onDone() {
      setAsking(false)
      toast({ kind: 'good', text: t('crew.team.unpaired', { name }) })
      if (own) void queryClient.invalidateQueries({ queryKey: keys.status })
    },
  })
  const title = t('crew.team.unpairAsk', { name })
  return (
    <>
      <Button
        look="danger"
        aria-label={t('crew.team.unpairOne', { name })}
        onClick={() => {
          unpair.reset()
          setAsking(true)
        }}
      >
        {t('crew.team.unpair')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={title}
        confirm={t('crew.team.unpair')}
        danger
        busy={unpair.busy}
        error={unpair.errorText}
        onConfirm={() => unpair.run(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>{t('crew.team.unpairText')}</p>
        {own && <p>{t('crew.team.unpairOwn')}</p>}
      </ConfirmDialog>
    </>
  )
}
