import { cx } from '@dabble/ui'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectBridge, LinkState } from '../preload/bridge.ts'
import { parseAddress } from './address.ts'
import styles from './address-form.module.css'
import { Button } from './button.tsx'
import panel from './panel.module.css'

interface AddressFormProps {
  link: Extract<LinkState, { step: 'ask' }>
  box: string | null
  bridge: ConnectBridge
}

export function AddressForm({ link, box, bridge }: AddressFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [address, setAddress] = useState(link.address)
  const [problem, setProblem] = useState(link.problem)
  useEffect(() => field.current?.select(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (parseAddress(address)) return void bridge.connect(address)
    setProblem('invalid')
    field.current?.focus()
  }
  return (
    <form className={cx(panel.panel, styles.form)} onSubmit={submit} noValidate>
      <h1>{t('connect.ask.title')}</h1>
      <p>{t('connect.ask.lead')}</p>
      <label htmlFor={id}>{t('connect.ask.label')}</label>
      <input
        ref={field}
        id={id}
        value={address}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={event => {
          setAddress(event.target.value)
          setProblem(null)
        }}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t('connect.ask.hint')}
      </p>
      <div id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem && <p>{t(`connect.problem.${problem}`)}</p>}
      </div>
      <Button look="big" type="submit">
        {t('connect.ask.submit')}
      </Button>
      {box && <Button onClick={() => void bridge.retry()}>{t('connect.ask.back', { box })}</Button>}
    </form>
  )
}
