import { pinSchema, staffNameSchema } from '@dabble/api'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { Field } from '../shell/field.tsx'
import { Notice } from '../shell/notice.tsx'
import styles from './entrance.module.css'
import { Entrance } from './entrance.tsx'
import { letIn } from './lock.ts'

type Wrong = 'name' | 'pin' | 'again' | null

/** The first to come becomes the owner. */
export function SetUp() {
  const { t } = useTranslation()
  const [wrong, setWrong] = useState<Wrong>(null)
  const setUp = useStaffMutation({
    send: (input: { name: string; pin: string }) => client.staff.crew.setUp.mutate(input),
    onDone: letIn,
    ownErrors: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, pin, again] = ['name', 'pin', 'again'].map(field => String(form.get(field))) as [
      string,
      string,
      string,
    ]
    const found = !staffNameSchema.safeParse(name).success
      ? 'name'
      : !pinSchema.safeParse(pin).success
        ? 'pin'
        : pin !== again
          ? 'again'
          : null
    setWrong(found)
    if (found) event.currentTarget.querySelector<HTMLInputElement>(`[name=${found}]`)?.focus()
    else setUp.run({ name, pin })
  }
  const pinField = { type: 'password', inputMode: 'numeric', maxLength: 8 } as const
  return (
    <Entrance title={t('staff.setUp.title')} lead={t('staff.setUp.lead')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          name="name"
          label={t('staff.setUp.name')}
          error={wrong === 'name' ? t('error.staff-name-shape') : null}
          autoFocus
        />
        <Field
          name="pin"
          label={t('staff.setUp.pin')}
          hint={t('staff.setUp.pinHint')}
          error={wrong === 'pin' ? t('error.pin-shape') : null}
          {...pinField}
          autoComplete="new-password"
        />
        <Field
          name="again"
          label={t('staff.setUp.again')}
          error={wrong === 'again' ? t('staff.setUp.differs') : null}
          {...pinField}
          autoComplete="new-password"
        />
        {setUp.errorText && <Notice kind="error">{setUp.errorText}</Notice>}
        <Button type="submit" look="big" busy={setUp.busy}>
          {t('staff.setUp.submit')}
        </Button>
      </form>
    </Entrance>
  )
}
