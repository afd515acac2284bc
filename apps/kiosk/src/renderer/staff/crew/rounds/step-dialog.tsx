import type { RoundStep } from '@dabble/api'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { ReasonField } from '../../shell/reason-field.tsx'
import { toast } from '../../shell/toasts.ts'

type Reason = 'planned' | 'ceremony' | 'disqualified' | 'mistake' | 'time'

const quick: Record<RoundStep, Reason[]> = {
  open: ['planned', 'mistake'],
  freeze: ['ceremony', 'planned'],
  unfreeze: ['planned', 'mistake'],
  close: ['time', 'planned'],
  finalise: ['planned'],
  reveal: ['planned', 'ceremony'],
  revise: ['disqualified', 'mistake'],
}

interface StepDialogProps {
  roundId: string
  /** Null while nothing is asked. */
  step: RoundStep | null
  /** Which words a step goes by. */
  words: (step: RoundStep) => RoundStep | 'reopen'
  onClose: () => void
}

/** The second step before a round goes a step. The usual reason is filled in: what remains is one look and one tap. */
export function StepDialog({ roundId, step, words, onClose }: StepDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const go = useStaffMutation({
    send: (input: { step: RoundStep; reason: string }) => client.staff.rounds.step.mutate({ id: roundId, ...input }),
    ownErrors: true,
    onDone(_, input) {
      onClose()
      toast({ kind: 'good', text: t(`crew.rounds.steps.${words(input.step)}.done`) })
    },
  })
  const { reset } = go
  useEffect(() => {
    if (!step) return
    reset()
    const [usual] = quick[step]
    setReason(usual ? t(`crew.rounds.reasons.${usual}`) : '')
  }, [step, reset, t])
  return (
    <ConfirmDialog
      open={step !== null}
      title={step ? t(`crew.rounds.steps.${words(step)}.ask`) : ''}
      confirm={step ? t(`crew.rounds.steps.${words(step)}.do`) : ''}
      busy={go.busy}
      error={go.errorText}
      onConfirm={() => step && go.run({ step, reason })}
      onClose={onClose}
    >
      {step && (
        <>
          <p>{t(`crew.rounds.steps.${words(step)}.text`)}</p>
          <ReasonField
            value={reason}
            onChange={setReason}
            quick={quick[step].map(name => t(`crew.rounds.reasons.${name}`))}
          />
        </>
      )}
    </ConfirmDialog>
  )
}
