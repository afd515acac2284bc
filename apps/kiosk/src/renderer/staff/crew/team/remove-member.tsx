import type { StaffMemberView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { toast } from '../../shell/toasts.ts'

/** Takes somebody off the crew; what they did stays in the log. */
export function RemoveMember({ member: { id, name } }: { member: StaffMemberView }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const remove = useStaffMutation({
    send: () => client.staff.crew.remove.mutate({ id }),
    ownErrors: true,
    onDone() {
      setAsking(false)
      toast({ kind: 'good', text: t('crew.team.removed', { name }) })
    },
  })
  const title = t('crew.team.removeAsk', { name })
  return (
    <>
      <Button
        look="danger"
        aria-label={t('crew.team.removeOne', { name })}
        onClick={() => {
          remove.reset()
          setAsking(true)
        }}
      >
        {t('crew.team.remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={title}
        confirm={t('crew.team.remove')}
        danger
        busy={remove.busy}
        error={remove.errorText}
        onConfirm={() => remove.run(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>{t('crew.team.removeText')}</p>
      </ConfirmDialog>
    </>
  )
}
