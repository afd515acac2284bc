import { gameErrorOf } from '@dabble/api/client'
import { currentLanguage } from '@dabble/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { nicknameProblem } from '../checks.ts'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { Page } from '../components/page.tsx'
import { RoundPoster } from '../components/round-poster.tsx'
import { Stage } from '../components/stage.tsx'
import { farewell } from '../player/farewell.ts'
import { recovery } from '../player/recovery.ts'
import { useErrorText } from '../player/use-error-text.ts'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import { useRound } from '../server/queries.ts'
import { useShared } from '../storage/shared.ts'
import styles from './join.module.css'
import { ResumeForm } from './resume-form.tsx'

export function JoinScreen() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const round = useRound()
  const left = useShared(farewell)
  const [nickname, setNickname] = useState('')
  const [invalid, setInvalid] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)

  const join = useMutation({
    mutationFn: () =>
      client.player.join.mutate({
        nickname,
        language: currentLanguage(),
        consent: true,
      }),
    onSuccess: ({ recoveryCode, ...player }) => {
      recovery.set({ playerId: player.id, code: recoveryCode, seen: false })
      farewell.set(false)
      queryClient.setQueryData(keys.me, player)
    },
    onError: error => {
      if (gameErrorOf(error)?.key === 'already-joined') void queryClient.invalidateQueries({ queryKey: keys.me })
      field.current?.focus()
    },
  })
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (join.isPending) return
    const problem = nicknameProblem(nickname)
    setInvalid(problem && errorText(problem))
    if (problem) field.current?.focus()
    else join.mutate()
  }

  return (
    <Page title={t('join.title')} titleHidden full>
      <Stage
        stage={<RoundPoster round={round.data} />}
        pond={
          <>
            {left && <Notice kind="good">{t('me.left')}</Notice>}
            <div className={styles.intro}>
              <p className={styles.title} aria-hidden="true">
                {t('join.title')}
              </p>
              <p>{t('join.lead')}</p>
            </div>
            <form className={styles.form} onSubmit={start} noValidate>
              <Field
                ref={field}
                label={t('join.nickname')}
                hint={t('join.nicknameHint')}
                error={invalid ?? (join.error && errorText(gameErrorOf(join.error)))}
                value={nickname}
                autoComplete="nickname"
                enterKeyHint="go"
                autoCapitalize="off"
                spellCheck={false}
                onChange={event => {
                  setNickname(event.target.value)
                  setInvalid(null)
                  if (join.error) join.reset()
                }}
              />
              <Button type="submit" look="big" resting={join.isPending}>
                {join.isPending ? t('join.starting') : t('join.start')}
              </Button>
              <p className={styles.consent}>
                {t('join.consent')} <Link href="/privacy">{t('join.consentLink')}</Link>
              </p>
            </form>
            <ResumeForm />
          </>
        }
      />
    </Page>
  )
}
