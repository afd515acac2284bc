import { useTranslation } from 'react-i18next'
import { readNumber } from './number-draft.ts'
import { TypedSetting } from './typed-setting.tsx'
import type { SettingsChange } from './use-saved-setting.ts'

const units = { seconds: 1_000, minutes: 60_000, times: 1 }

interface NumberSettingProps {
  title: string
  text: string
  editable: boolean
  /** Milliseconds for times, as the server has it. */
  value: number
  unit: keyof typeof units
  /** In the unit that is typed. */
  limits: { from: number; to: number }
  changeOf: (value: number) => SettingsChange
}

/** A whole number of something. */
export function NumberSetting({ unit, limits, value, ...rest }: NumberSettingProps) {
  const { t } = useTranslation()
  const per = units[unit]
  const say = (count: number) => (unit === 'times' ? String(count) : t(`crew.settings.${unit}`, { count }))
  return (
    <TypedSetting
      {...rest}
      value={value}
      show={now => String(Math.round(now / per))}
      say={now => say(Math.round(now / per))}
      unit={
        unit === 'times' ? undefined : t(unit === 'seconds' ? 'crew.settings.inSeconds' : 'crew.settings.inMinutes')
      }
      input={{ inputMode: 'numeric' }}
      read={text => {
        const read = readNumber(text, limits)
        return read === null ? { error: t('crew.settings.notANumber', limits) } : { value: read * per }
      }}
    />
  )
}
