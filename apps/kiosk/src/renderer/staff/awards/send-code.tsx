import type { AwardView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../server/client.ts'
import { usePrizes } from '../server/queries.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'
import { toast } from '../shell/toasts.ts'

/** For a winner who is not there: the prize as a code on their phone. Nothing where the prize has no codes. */
export function SendCode({ award }: { award: AwardView }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const codes = usePrizes().data?.find(({ id }) => id === award.prizeId)?.codes ?? 0
  const send = useStaffMutation({
    send: (id: string, nonce) => client.staff.awards.sendCode.mutate({ id, nonce }),
    onDone() {
      setAsking(false)
      toast({ kind: 'good', text: t('prizes.codes.sent', { nickname: award.player.nickname }) })
    },
    ownErrors: true,
  })
  if (codes === 0) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('prizes.codes.send')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('prizes.codes.sendTitle', { nickname: award.player.nickname })}
        confirm={t('prizes.codes.send')}
        busy={send.busy}
        error={send.errorText}
        onConfirm={() => send.run(award.id)}
        onClose={() => setAsking(false)}
      >
        <p>{t('prizes.codes.sendText', { count: codes })}</p>
      </ConfirmDialog>
    </>
  )
}
