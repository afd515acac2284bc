import type { PlayerDetail } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { ReasonField } from '../../shell/reason-field.tsx'
import { toast } from '../../shell/toasts.ts'
import { Action } from '../action.tsx'

export type Flag = 'disqualify' | 'mute' | 'setGhost'
type Reason = 'macro' | 'several' | 'offensive' | 'mistake' | 'talked' | 'crew' | 'sponsor'

const quick: Record<Flag, { on: Reason[]; off: Reason[] }> = {
  disqualify: { on: ['macro', 'several', 'offensive'], off: ['mistake', 'talked'] },
  mute: { on: ['offensive'], off: ['mistake', 'talked'] },
  setGhost: { on: ['crew', 'sponsor'], off: ['mistake'] },
}

interface FlagActionProps {
  player: PlayerDetail
  flag: Flag
  /** What it is now. */
  on: boolean
}

/** Something about a player that is switched on with a reason and can be switched off again. */
export function FlagAction({ player: { id, nickname }, flag, on }: FlagActionProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const send = (input: { on: boolean; reason: string }) => client.staff.players[flag].mutate({ id, ...input })
  const done = (input: { on: boolean }) => t(`crew.players.${flag}.${input.on ? 'on' : 'off'}Done`, { nickname })
  const undo = useStaffMutation({ send, onDone: (_, input) => toast({ kind: 'good', text: done(input) }) })
  const change = useStaffMutation({
    send,
    ownErrors: true,
    onDone(_, input) {
      setAsking(false)
      const run = () => undo.run({ on: !input.on, reason: t('crew.players.reasonUndo') })
      toast({ kind: 'good', text: done(input), action: { label: t('crew.players.undo'), run } })
    },
  })
  const way = on ? 'off' : 'on'
  return (
    <>
      <Action
        look={flag === 'disqualify' && !on ? 'danger' : 'plain'}
        text={t(`crew.players.${flag}.${way}Text`)}
        onClick={() => {
          change.reset()
          setReason('')
          setAsking(true)
        }}
      >
        {t(`crew.players.${flag}.${way}`)}
      </Action>
      <ConfirmDialog
        open={asking}
        title={t(`crew.players.${flag}.${way}Ask`, { nickname })}
        confirm={t(`crew.players.${flag}.${way}`)}
        danger={flag === 'disqualify' && !on}
        busy={change.busy}
        error={change.errorText}
        onConfirm={() => change.run({ on: !on, reason })}
        onClose={() => setAsking(false)}
      >
        <p>{t(`crew.players.${flag}.${way}Text`)}</p>
        <ReasonField
          value={reason}
          onChange={setReason}
          quick={quick[flag][way].map(name => t(`crew.players.reasons.${name}`))}
        />
      </ConfirmDialog>
    </>
  )
}
