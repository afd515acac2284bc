import { gameErrorOf } from '@dabble/api/client'
import { useNow } from '@dabble/ui'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { Notice } from '../shell/notice.tsx'
import { lastMember } from './last-member.ts'
import { letIn } from './lock.ts'
import { PinPad } from './pin-pad.tsx'
import styles from './unlock.module.css'

/** The PIN of somebody, and how long to wait after too many wrong ones. */
export function UnlockPin({ memberId }: { memberId: string }) {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const [waitUntil, setWaitUntil] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const waitSeconds = Math.ceil((waitUntil - useNow(250)) / 1_000)
  const unlock = useStaffMutation({
    send: (pin: string) => client.staff.crew.unlock.mutate({ memberId, pin }),
    onDone(status) {
      lastMember.write(memberId)
      letIn(status)
    },
    ownErrors: true,
  })
  const { error } = unlock
  useEffect(() => {
    if (!error) return
    const game = gameErrorOf(error)
    if (game?.key === 'pin-too-many') setWaitUntil(Date.now() + Number(game.values.seconds) * 1_000)
    setPin('')
    field.current?.focus()
  }, [error])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (waitSeconds <= 0 && pin) unlock.run(pin)
    field.current?.focus()
  }
  const waiting = waitSeconds > 0
  const said = unlock.errorKey === 'pin-too-many' ? (waiting ? t('staff.unlock.tooMany') : null) : unlock.errorText
  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={styles.pin}>
        <span className="visually-hidden">{t('staff.unlock.pin')}</span>
        <input
          ref={field}
          type="password"
          // The pad below is the keyboard of a phone.
          inputMode="none"
          autoComplete="off"
          maxLength={8}
          value={pin}
          onChange={event => setPin(event.target.value.replace(/\D/g, ''))}
          // biome-ignore lint/a11y/noAutofocus: the only thing to do here
          autoFocus
        />
      </label>
      {said && <Notice kind="error">{said}</Notice>}
      <PinPad
        onDigit={digit => setPin(before => (before + digit).slice(0, 8))}
        onDelete={() => setPin(before => before.slice(0, -1))}
      />
      <Button type="submit" look="big" busy={unlock.busy}>
        {waiting ? t('staff.unlock.wait', { seconds: waitSeconds }) : t('staff.unlock.submit')}
      </Button>
    </form>
  )
}
