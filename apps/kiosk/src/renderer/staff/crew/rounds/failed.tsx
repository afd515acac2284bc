import type { RoundAdminView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { client } from '../../server/client.ts'
import { useStaffMutation } from '../../server/use-staff-mutation.ts'
import { Button } from '../../shell/button.tsx'
import { Notice } from '../../shell/notice.tsx'
import { toast } from '../../shell/toasts.ts'
import styles from './failed.module.css'

/** Pictures that were given up; they can be tried again until the result is published. */
export function Failed({ round: { id, state, failed } }: { round: RoundAdminView }) {
  const { t } = useTranslation()
  const retry = useStaffMutation({
    send: () => client.staff.rounds.retryFailed.mutate({ id }),
    onDone: () => toast({ kind: 'good', text: t('crew.rounds.retryDone') }),
  })
  return (
    <Notice kind="note">
      <div className={styles.failed}>
        <p>{t('crew.rounds.failed', { count: failed })}</p>
        {(state === 'open' || state === 'closed') && (
          <Button busy={retry.busy} onClick={() => retry.run(undefined)}>
            {t('crew.rounds.retry')}
          </Button>
        )}
      </div>
    </Notice>
  )
}
