import type { SettingsView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { ChoiceSetting } from './choice-setting.tsx'
import { NumberSetting } from './number-setting.tsx'
import { TypedSetting } from './typed-setting.tsx'

interface ContestSettingsProps {
  contest: SettingsView['contest']
  editable: boolean
}

const zones = Intl.supportedValuesOf('timeZone')

/** What phones and the big screen show. */
export function ContestSettings({ contest, editable }: ContestSettingsProps) {
  const { t } = useTranslation()
  const { screenLanguages } = contest
  const plain = (value: string) => value
  return (
    <div>
      <TypedSetting
        title={t('crew.settings.name')}
        text={t('crew.settings.nameText')}
        editable={editable}
        value={contest.name}
        show={plain}
        say={plain}
        input={{ maxLength: 60 }}
        read={text => (text.trim() ? { value: text.trim() } : { error: t('error.name-shape') })}
        changeOf={name => ({ contest: { name } })}
      />
      <NumberSetting
        title={t('crew.settings.decimals')}
        text={t('crew.settings.decimalsText')}
        editable={editable}
        value={contest.decimals}
        unit="times"
        limits={{ from: 0, to: 4 }}
        changeOf={decimals => ({ contest: { decimals } })}
      />
      <ChoiceSetting
        title={t('crew.settings.screenLanguages')}
        text={t('crew.settings.screenLanguagesText')}
        editable={editable}
        options={(['both', 'ko', 'en'] as const).map(value => ({
          value,
          label: t(`crew.settings.screenLanguageChoices.${value}`),
        }))}
        value={only(screenLanguages ?? contest.languages)}
        changeOf={value => ({ contest: { screenLanguages: value === 'both' ? ['ko', 'en'] : [value] } })}
      />
      <TypedSetting
        title={t('crew.settings.timeZone')}
        text={t('crew.settings.timeZoneText')}
        editable={editable}
        value={contest.timeZone}
        show={plain}
        say={plain}
        input={{ list: 'time-zones', spellCheck: false, autoCapitalize: 'none' }}
        read={text => (text.trim() ? { value: text.trim() } : { error: t('error.time-zone-unknown') })}
        changeOf={timeZone => ({ contest: { timeZone } })}
      />
      <datalist id="time-zones">
        {zones.map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  )
}

/** The one language it speaks, or both. */
function only(languages: readonly ('ko' | 'en')[]): 'ko' | 'en' | 'both' {
  const [first, second] = languages
  return first && !second ? first : 'both'
}
