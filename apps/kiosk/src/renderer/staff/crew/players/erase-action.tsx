import { cleanText, type PlayerDetail } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useIsOwner } from '../../access/use-member.ts'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { Field } from '../../shell/field.tsx'
import { ReasonField } from '../../shell/reason-field.tsx'
import { toast } from '../../shell/toasts.ts'
import { Action } from '../action.tsx'

/** The only thing here that cannot be undone: whoever does it types whom it is about. */
export function EraseAction({ player: { id, nickname } }: { player: PlayerDetail }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const isOwner = useIsOwner()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const [mistyped, setMistyped] = useState(false)
  const [reason, setReason] = useState('')
  const erase = useStaffMutation({
    send: (input: { reason: string }) => client.staff.players.erase.mutate({ id, ...input }),
    ownErrors: true,
    onDone() {
      go('/players')
      toast({ kind: 'good', text: t('crew.players.erase.done', { nickname }) })
    },
  })
  const field = t('crew.players.erase.field', { nickname })
  const confirm = () => {
    const matches = cleanText(typed) === nickname
    setMistyped(!matches)
    if (matches) erase.run({ reason })
  }
  return (
    <>
      <Action
        look="danger"
        disabled={!isOwner}
        text={t(isOwner ? 'crew.players.erase.text' : 'crew.players.erase.ownerOnly')}
        onClick={() => {
          erase.reset()
          setTyped('')
          setMistyped(false)
          setReason('')
          setAsking(true)
        }}
      >
        {t('crew.players.erase.button')}
      </Action>
      <ConfirmDialog
        open={asking}
        title={t('crew.players.erase.ask', { nickname })}
        confirm={t('crew.players.erase.button')}
        danger
        busy={erase.busy}
        error={erase.errorText}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('crew.players.erase.text')}</p>
        <Field
          label={field}
          error={mistyped ? field : null}
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <ReasonField
          value={reason}
          onChange={setReason}
          quick={[t('crew.players.reasons.asked'), t('crew.players.reasons.law')]}
        />
      </ConfirmDialog>
    </>
  )
}
