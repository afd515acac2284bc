import { Segmented } from '@dabble/ui'
import type { ReactNode } from 'react'
import { useWanted } from '../use-wanted.ts'
import { ReadOnlySetting } from './read-only-setting.tsx'
import { Setting } from './setting.tsx'
import { type SettingsChange, useSavedSetting } from './use-saved-setting.ts'

interface ChoiceSettingProps<T extends string> {
  title: string
  text: string
  editable: boolean
  options: ReadonlyArray<{ value: T; label: string }>
  value: T
  changeOf: (value: T) => SettingsChange
}

/** One of a few: a tap saves it. */
export function ChoiceSetting<T extends string>(props: ChoiceSettingProps<T>): ReactNode {
  const { title, text, editable, options, value, changeOf } = props
  const saved = useSavedSetting(value, changeOf)
  const [wanted, setWanted] = useWanted(value, saved.errorText !== null)
  if (!editable) {
    return (
      <ReadOnlySetting title={title} text={text} value={options.find(one => one.value === value)?.label ?? value} />
    )
  }
  return (
    <Setting title={title} text={text} saved={saved}>
      {() => (
        <Segmented
          legend={title}
          legendHidden
          options={options}
          value={wanted}
          onChange={next => {
            setWanted(next)
            saved.save(next)
          }}
        />
      )}
    </Setting>
  )
}
