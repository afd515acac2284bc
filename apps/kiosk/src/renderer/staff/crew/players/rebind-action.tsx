import type { PlayerDetail } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { ReasonField } from '../../shell/reason-field.tsx'
import { Action } from '../action.tsx'
import { OneTimeCode } from '../one-time-code.tsx'

/** The way back for somebody who lost their phone. */
export function RebindAction({ player: { id, nickname } }: { player: PlayerDetail }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<'none' | 'ask' | 'code'>('none')
  const [reason, setReason] = useState('')
  const rebind = useStaffMutation({
    send: (input: { reason: string }) => client.staff.players.rebind.mutate({ id, ...input }),
    ownErrors: true,
    onDone: () => setStep('code'),
  })
  const close = () => setStep('none')
  return (
    <>
      <Action
        text={t('crew.players.rebind.text')}
        onClick={() => {
          rebind.reset()
          setReason(t('crew.players.reasons.phone'))
          setStep('ask')
        }}
      >
        {t('crew.players.rebind.button')}
      </Action>
      <ConfirmDialog
        open={step === 'ask'}
        title={t('crew.players.rebind.ask', { nickname })}
        confirm={t('crew.players.rebind.make')}
        busy={rebind.busy}
        error={rebind.errorText}
        onConfirm={() => rebind.run({ reason })}
        onClose={close}
      >
        <p>{t('crew.players.rebind.check')}</p>
        <ReasonField
          value={reason}
          onChange={setReason}
          quick={[t('crew.players.reasons.phone'), t('crew.players.reasons.battery')]}
        />
      </ConfirmDialog>
      <Dialog open={step === 'code'} title={t('crew.players.rebind.button')} onClose={close}>
        {rebind.output && (
          <OneTimeCode
            url={rebind.output.url}
            code={null}
            expiresAt={rebind.output.expiresAt}
            scan={t('crew.players.rebind.scan', { nickname })}
            works={left => t('crew.players.rebind.works', { left })}
            over={t('crew.players.rebind.over')}
            again={t('crew.players.rebind.again')}
            busy={rebind.busy}
            onAgain={() => rebind.run({ reason })}
          />
        )}
        <Button onClick={close}>{t('crew.players.rebind.close')}</Button>
      </Dialog>
    </>
  )
}
