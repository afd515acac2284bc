import type { PlayerView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { Logo } from '@dabble/ui'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Page } from '../components/page.tsx'
import { useErrorText } from '../player/use-error-text.ts'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import styles from './back.module.css'

/** A one-time way back from the booth crew. Used up by a tap and not by looking: chat apps open every address they show. */
export function BackScreen({ code, me }: { code: string; me: PlayerView | null | undefined }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [, go] = useLocation()
  const rebind = useMutation({
    mutationFn: () => client.player.rebind.mutate({ code }),
    onSuccess: player => {
      queryClient.setQueryData(keys.me, player)
      void queryClient.invalidateQueries()
      go('/', { replace: true })
    },
  })
  return (
    <Page title={t('back.title')}>
      <div className={styles.card}>
        <Logo className={styles.logo} />
        <p>{t('back.text')}</p>
        {me && !rebind.isPending && <Notice kind="note">{t('back.replaces', { nickname: me.nickname })}</Notice>}
        {rebind.error && <Notice kind="error">{errorText(gameErrorOf(rebind.error))}</Notice>}
        <Button look="big" resting={rebind.isPending} onClick={() => !rebind.isPending && rebind.mutate()}>
          {rebind.isPending ? t('back.going') : t('back.go')}
        </Button>
      </div>
    </Page>
  )
}
