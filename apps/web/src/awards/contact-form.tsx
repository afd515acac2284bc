import { contactSchema, type OwnAwardView } from '@dabble/api'
import { gameErrorOf } from '@dabble/api/client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { useErrorText } from '../player/use-error-text.ts'
import { client, queryClient } from '../server/client.ts'
import { keys } from '../server/keys.ts'
import styles from './contact-form.module.css'

/** A way to be reached, for winners who are not at the booth. */
export function ContactForm({ award }: { award: OwnAwardView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [contact, setContact] = useState('')
  const [invalid, setInvalid] = useState(false)
  const leave = useMutation({
    mutationFn: (given: string | null) => client.award.leaveContact.mutate({ id: award.id, contact: given }),
    onSuccess: awards => queryClient.setQueryData(keys.awards, awards),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const known = contactSchema.safeParse(contact)
    setInvalid(!known.success)
    if (known.success && !leave.isPending) leave.mutate(contact)
  }
  const error = invalid ? t('error.contact-shape') : leave.error && errorText(gameErrorOf(leave.error))

  if (award.contact !== null) {
    return (
      <div className={styles.contact}>
        <Notice kind="good">{t('awards.left', { contact: award.contact })}</Notice>
        <Button
          resting={leave.isPending}
          onClick={() => {
            setContact('')
            if (!leave.isPending) leave.mutate(null)
          }}
        >
          {t('awards.takeBack')}
        </Button>
        {error && <Notice kind="error">{error}</Notice>}
      </div>
    )
  }
  return (
    <form className={styles.contact} onSubmit={submit} noValidate>
      <h2>{t('awards.away')}</h2>
      <Field
        label={t('awards.contact')}
        hint={t('awards.contactHint')}
        error={error}
        value={contact}
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="send"
        onChange={event => {
          setContact(event.target.value)
          setInvalid(false)
          if (leave.error) leave.reset()
        }}
      />
      <Button type="submit" resting={leave.isPending}>
        {t('awards.leave')}
      </Button>
      <span role="status">{leave.isSuccess && t('awards.takenBack')}</span>
    </form>
  )
}
