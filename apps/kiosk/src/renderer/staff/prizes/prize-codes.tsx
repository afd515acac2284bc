import type { PrizeView } from '@dabble/api'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { TextField } from '../shell/field.tsx'
import { toast } from '../shell/toasts.ts'
import { codesIn } from './codes-in.ts'
import styles from './prize-form.module.css'

/** Digital codes for winners who are not there, pasted one a line. */
export function PrizeCodes({ prize }: { prize: PrizeView }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const codes = codesIn(text)
  const add = useStaffMutation({
    send: (codes: string[]) => client.staff.prizes.addCodes.mutate({ prizeId: prize.id, codes }),
    onDone(after) {
      toast({ kind: 'good', text: t('prizes.codes.added', { count: after.codes - prize.codes }) })
      setText('')
    },
    ownErrors: true,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (codes.length > 0) add.run(codes)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('prizes.codes.label')}
        hint={t('prizes.codes.hint', { count: prize.codes })}
        error={add.errorText}
        value={text}
        spellCheck={false}
        onChange={event => setText(event.target.value)}
      />
      <Button type="submit" busy={add.busy}>
        {codes.length > 0 ? t('prizes.codes.add', { count: codes.length }) : t('prizes.codes.paste')}
      </Button>
    </form>
  )
}
