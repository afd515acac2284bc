import type { PlayerView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { copyText } from '../components/copy-text.ts'
import { Notice } from '../components/notice.tsx'
import { recovery } from '../player/recovery.ts'
import { useErrorText } from '../player/use-error-text.ts'
import { client } from '../server/client.ts'
import { useStored } from '../storage/stored.ts'
import styles from './me.module.css'

export function RecoveryPanel({ me }: { me: PlayerView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const known = useStored(recovery)
  const code = known?.playerId === me.id ? known.code : null
  const [copied, setCopied] = useState(false)
  const renew = useMutation({
    mutationFn: () => client.player.newRecoveryCode.mutate(),
    onSuccess: ({ recoveryCode }) => recovery.set({ playerId: me.id, code: recoveryCode, seen: true }),
  })
  return (
    <section className={styles.panel}>
      <h2>{t('me.recovery')}</h2>
      {code && <p className={styles.secret}>{code}</p>}
      <p className={styles.small}>{code ? t('me.recoveryHint') : t('me.recoveryUnknown')}</p>
      <div className={styles.buttons}>
        {code && <Button onClick={() => setCopied(copyText(code))}>{t('me.copy')}</Button>}
        <Button look={code ? 'quiet' : 'plain'} resting={renew.isPending} onClick={() => renew.mutate()}>
          {t('me.newCode')}
        </Button>
        <span role="status">{copied && t('me.copied')}</span>
      </div>
      {renew.error && <Notice kind="error">{errorText(gameErrorOf(renew.error))}</Notice>}
    </section>
  )
}
