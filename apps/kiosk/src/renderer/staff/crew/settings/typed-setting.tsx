import { type InputHTMLAttributes, useEffect, useState } from 'react'
import { ReadOnlySetting } from './read-only-setting.tsx'
import { Setting } from './setting.tsx'
import styles from './typed-setting.module.css'
import { type SettingsChange, useSavedSetting } from './use-saved-setting.ts'

interface TypedSettingProps<T> {
  title: string
  text: string
  editable: boolean
  value: T
  /** As it is typed. */
  show: (value: T) => string
  /** As it is read by those who may not change it. */
  say: (value: T) => string
  /** What was typed; or what is wrong with it, in words. */
  read: (text: string) => { value: T } | { error: string }
  changeOf: (value: T) => SettingsChange
  /** After the field: what is counted. */
  unit?: string
  input?: InputHTMLAttributes<HTMLInputElement>
}

/** A setting that is typed, and saved when it is right. Somebody else's change shows up unless one is being typed here. */
export function TypedSetting<T>(props: TypedSettingProps<T>) {
  const { title, text, editable, value, show, say, read, changeOf, unit, input } = props
  const shown = show(value)
  const [draft, setDraft] = useState(shown)
  const [wrong, setWrong] = useState<string | null>(null)
  const saved = useSavedSetting(value, changeOf)
  useEffect(() => setDraft(shown), [shown])
  if (!editable) return <ReadOnlySetting title={title} text={text} value={say(value)} />
  function save() {
    const answer = read(draft)
    setWrong('error' in answer ? answer.error : null)
    if ('value' in answer) saved.save(answer.value)
  }
  return (
    <Setting
      title={title}
      text={text}
      saved={{ ...saved, errorText: wrong ?? saved.errorText }}
      onSave={save}
      dirty={draft !== shown}
    >
      {labelId => (
        <span className={styles.typed}>
          <input
            className={styles.input}
            autoComplete="off"
            aria-labelledby={labelId}
            aria-invalid={wrong || saved.errorText ? true : undefined}
            value={draft}
            onChange={event => {
              setWrong(null)
              setDraft(event.target.value)
            }}
            {...input}
          />
          {unit}
        </span>
      )}
    </Setting>
  )
}
