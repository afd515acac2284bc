import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { toast } from '../../shell/toasts.ts'

/** For a queue that has grown too long to look at. */
export function ShowAll({ count }: { count: number }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const showAll = useStaffMutation({
    send: () => client.staff.screening.showAll.mutate(),
    ownErrors: true,
    onDone({ shown }) {
      setAsking(false)
      toast({ kind: 'good', text: t('crew.screening.showAllDone', { count: shown }) })
    },
  })
  return (
    <>
      <Button
        onClick={() => {
          showAll.reset()
          setAsking(true)
        }}
      >
        {t('crew.screening.showAll')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('crew.screening.showAllAsk', { count })}
        confirm={t('crew.screening.showAll')}
        busy={showAll.busy}
        error={showAll.errorText}
        onConfirm={() => showAll.run(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>{t('crew.screening.showAllText')}</p>
      </ConfirmDialog>
    </>
  )
}
