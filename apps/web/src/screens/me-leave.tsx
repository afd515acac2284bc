import { gameErrorOf } from '@dabble/api/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { Notice } from '../components/notice.tsx'
import { draft } from '../entry/draft.ts'
import { waitUntil } from '../entry/pace.ts'
import { entryRecord } from '../entry/record.ts'
import { farewell } from '../player/farewell.ts'
import { recovery } from '../player/recovery.ts'
import { useErrorText } from '../player/use-error-text.ts'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import styles from './me.module.css'

export function LeaveForm() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [asking, setAsking] = useState(false)
  const leave = useMutation({
    mutationFn: () => client.player.leave.mutate(),
    onSuccess: () => {
      for (const kept of [entryRecord, draft, recovery, waitUntil]) kept.set(null)
      queryClient.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'entry' || queryKey[0] === 'mine' || queryKey[0] === 'awards',
      })
      queryClient.setQueryData(keys.me, null)
      farewell.set(true)
      void queryClient.invalidateQueries({ queryKey: keys.board })
    },
  })
  return (
    <section className={styles.panel}>
      <h2>{t('me.leave')}</h2>
      <p className={styles.small}>{t('me.leaveText')}</p>
      {leave.error && <Notice kind="error">{errorText(gameErrorOf(leave.error))}</Notice>}
      <div className={styles.buttons}>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('me.leave')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('me.leaveAsk')}
        confirm={t('me.leaveYes')}
        onConfirm={() => {
          setAsking(false)
          leave.mutate()
        }}
        onClose={() => setAsking(false)}
      >
        {t('me.leaveText')}
      </ConfirmDialog>
    </section>
  )
}
