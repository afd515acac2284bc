import { gameErrorOf } from '@dabble/api/client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { looksLikeRecoveryCode } from '../checks.ts'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { takeCodeFromAddress } from '../player/code-in-address.ts'
import { recovery } from '../player/recovery.ts'
import { useErrorText } from '../player/use-error-text.ts'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import styles from './join.module.css'

/** Continue as somebody who already plays, by recovery code: typed in, or brought along from an in-app browser. */
export function ResumeForm() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const [open, setOpen] = useState(false)
  const resume = useMutation({
    mutationFn: (recoveryCode: string) => client.player.resume.mutate({ recoveryCode }),
    onSuccess: (player, used) => {
      recovery.set({ playerId: player.id, code: used, seen: true })
      queryClient.setQueryData(keys.me, player)
    },
  })
  const [unknown, setUnknown] = useState(false)

  useEffect(() => {
    const brought = takeCodeFromAddress()
    if (!brought) return
    setOpen(true)
    setCode(brought)
    resume.mutate(brought)
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (resume.isPending) return
    const known = looksLikeRecoveryCode(code)
    setUnknown(!known)
    if (known) resume.mutate(code)
  }
  const error = unknown ? t('error.recovery-code-unknown') : resume.error && errorText(gameErrorOf(resume.error))

  return (
    <details className={styles.more} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('join.haveCode')}</summary>
      <form className={styles.resume} onSubmit={submit} noValidate>
        <Field
          label={t('join.codeLabel')}
          hint={t('join.codeHint')}
          error={error}
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          onChange={event => {
            setCode(event.target.value)
            setUnknown(false)
            if (resume.error) resume.reset()
          }}
        />
        <Button type="submit" resting={resume.isPending}>
          {resume.isPending ? t('join.resuming') : t('join.resume')}
        </Button>
      </form>
    </details>
  )
}
