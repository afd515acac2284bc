import type { PlayerView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nicknameProblem } from '../checks.ts'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { useErrorText } from '../player/use-error-text.ts'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import styles from './me.module.css'

export function RenameForm({ me }: { me: PlayerView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [nickname, setNickname] = useState(me.nickname)
  const [invalid, setInvalid] = useState<string | null>(null)
  const rename = useMutation({
    mutationFn: () => client.player.rename.mutate({ nickname }),
    onSuccess: player => {
      queryClient.setQueryData(keys.me, player)
      void queryClient.invalidateQueries({ queryKey: keys.board })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problem = nicknameProblem(nickname)
    setInvalid(problem && errorText(problem))
    if (!problem && !rename.isPending && nickname !== me.nickname) rename.mutate()
  }
  return (
    <form className={styles.rename} onSubmit={submit} noValidate>
      <Field
        label={t('me.nickname')}
        error={invalid ?? (rename.error && errorText(gameErrorOf(rename.error)))}
        value={nickname}
        autoComplete="nickname"
        autoCapitalize="off"
        spellCheck={false}
        onChange={event => {
          setNickname(event.target.value)
          setInvalid(null)
          if (rename.error) rename.reset()
        }}
      />
      <Button type="submit" resting={rename.isPending || nickname === me.nickname}>
        {t('me.rename')}
      </Button>
      <span role="status" className={styles.small}>
        {rename.isSuccess && nickname === me.nickname && t('me.renamed')}
      </span>
    </form>
  )
}
