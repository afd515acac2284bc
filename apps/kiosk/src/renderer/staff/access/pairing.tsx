import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { Field } from '../shell/field.tsx'
import styles from './entrance.module.css'
import { Entrance } from './entrance.tsx'
import { letIn } from './lock.ts'
import { pairingCodeOf, takePairingCode } from './pair-code.ts'

/** Taken out of the address as soon as the program runs: an address with a secret in it gets shared. */
const broughtAlong = takePairingCode(location, history)
let tried = false

/** Makes this a staff device, with a one-time code from the terminal or from another one. */
export function Pairing() {
  const { t } = useTranslation()
  const code = useRef<HTMLInputElement>(null)
  const pair = useStaffMutation({
    send: (text: string) => client.staff.crew.pair.mutate({ code: pairingCodeOf(text) }),
    onDone: letIn,
    ownErrors: true,
  })
  useEffect(() => {
    if (!broughtAlong || tried) return
    tried = true
    pair.run(broughtAlong)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    pair.run(code.current?.value ?? '')
  }
  return (
    <Entrance title={t('staff.pair.title')} lead={t('staff.pair.lead')}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.code}>
          <Field
            ref={code}
            label={t('staff.pair.code')}
            hint={t('staff.pair.hint')}
            error={pair.errorText}
            placeholder="ABCDE-23456"
            defaultValue={broughtAlong ?? ''}
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            autoFocus
          />
        </div>
        <Button type="submit" look="big" busy={pair.busy}>
          {t('staff.pair.submit')}
        </Button>
      </form>
    </Entrance>
  )
}
