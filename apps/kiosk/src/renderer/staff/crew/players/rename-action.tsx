import type { PlayerDetail } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { Field } from '../../shell/field.tsx'
import { ReasonField } from '../../shell/reason-field.tsx'
import { toast } from '../../shell/toasts.ts'
import { Action } from '../action.tsx'

/** Another nickname for somebody whose own cannot stand on the big screen. */
export function RenameAction({ player: { id, nickname } }: { player: PlayerDetail }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [wanted, setWanted] = useState('')
  const [reason, setReason] = useState('')
  const rename = useStaffMutation({
    send: (input: { nickname: string; reason: string }) => client.staff.players.rename.mutate({ id, ...input }),
    ownErrors: true,
    onDone(player) {
      setAsking(false)
      toast({ kind: 'good', text: t('crew.players.rename.done', { nickname: player.nickname }) })
    },
  })
  return (
    <>
      <Action
        text={t('crew.players.rename.text')}
        onClick={() => {
          rename.reset()
          setWanted(nickname)
          setReason('')
          setAsking(true)
        }}
      >
        {t('crew.players.rename.button')}
      </Action>
      <ConfirmDialog
        open={asking}
        title={t('crew.players.rename.ask', { nickname })}
        confirm={t('crew.players.rename.button')}
        busy={rename.busy}
        error={rename.errorText}
        onConfirm={() => rename.run({ nickname: wanted, reason })}
        onClose={() => setAsking(false)}
      >
        <Field
          label={t('crew.players.rename.field')}
          value={wanted}
          onFocus={event => event.target.select()}
          onChange={event => setWanted(event.target.value)}
        />
        <ReasonField
          value={reason}
          onChange={setReason}
          quick={[t('crew.players.reasons.offensive'), t('crew.players.reasons.asked')]}
        />
      </ConfirmDialog>
    </>
  )
}
