import type { AwardView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNameOf } from '../prizes/use-name-of.ts'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'
import { ReasonField } from '../shell/reason-field.tsx'
import { toast } from '../shell/toasts.ts'

/** Takes a hand-over back, or where there was none the award itself; with a reason. Closed while there is no award. */
export function UndoDialog({ award, onClose }: { award: AwardView | null; onClose: () => void }) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const [reason, setReason] = useState('')
  const handedOver = award !== null && award.claimedAt !== null
  const undo = useStaffMutation({
    send: (input: { id: string; reason: string }) =>
      handedOver ? client.staff.awards.unclaim.mutate(input) : client.staff.awards.undo.mutate(input),
    onDone({ prizeName }) {
      const prize = nameOf(prizeName)
      toast({
        kind: 'note',
        text: handedOver ? t('prizes.undo.unclaimed', { prize }) : t('prizes.undo.undone', { prize }),
      })
      close()
    },
    ownErrors: true,
  })
  function close() {
    setReason('')
    undo.reset()
    onClose()
  }
  const quick = handedOver
    ? [t('prizes.undo.wrongPerson'), t('prizes.undo.wrongThing'), t('prizes.undo.notTaken')]
    : [t('prizes.undo.wrongPerson'), t('prizes.undo.wrongThing'), t('prizes.undo.changedMind')]
  return (
    <ConfirmDialog
      open={award !== null}
      title={handedOver ? t('prizes.undo.unclaimTitle') : t('prizes.undo.title')}
      confirm={handedOver ? t('prizes.undo.unclaim') : t('prizes.undo.takeBack')}
      danger
      busy={undo.busy}
      error={undo.errorText}
      onConfirm={() => award && undo.run({ id: award.id, reason })}
      onClose={close}
    >
      {award && (
        <p>
          <strong>{nameOf(award.prizeName)}</strong> · <bdi>{award.player.nickname}</bdi> {award.player.playerCode}
        </p>
      )}
      <p>{handedOver ? t('prizes.undo.unclaimText') : t('prizes.undo.text')}</p>
      <ReasonField value={reason} onChange={setReason} quick={quick} />
    </ConfirmDialog>
  )
}
