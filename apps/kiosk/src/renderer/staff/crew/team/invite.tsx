import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { AddIcon } from '../../shell/icons.tsx'
import { OneTimeCode } from '../one-time-code.tsx'

/** A one-time way in for another device of the crew. */
export function Invite() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const invite = useStaffMutation({ send: () => client.staff.crew.invite.mutate(), onDone: () => setOpen(true) })
  const make = () => invite.run(undefined)
  return (
    <>
      <Button busy={invite.busy} onClick={make}>
        <AddIcon />
        {t('crew.team.invite')}
      </Button>
      <Dialog open={open} title={t('crew.team.invite')} onClose={() => setOpen(false)}>
        <p>{t('crew.team.inviteText')}</p>
        {invite.output && (
          <OneTimeCode
            url={invite.output.url}
            code={invite.output.code}
            expiresAt={invite.output.expiresAt}
            scan={t('crew.team.inviteScan')}
            works={left => t('crew.team.inviteWorks', { left })}
            over={t('crew.team.inviteOver')}
            again={t('crew.team.inviteAgain')}
            busy={invite.busy}
            onAgain={make}
          />
        )}
        <Button onClick={() => setOpen(false)}>{t('crew.team.close')}</Button>
      </Dialog>
    </>
  )
}
