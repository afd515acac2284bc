import type { SettingsView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { ChoiceSetting } from './choice-setting.tsx'
import { NumberSetting } from './number-setting.tsx'

interface RoundSettingsProps {
  round: NonNullable<SettingsView['round']>
  editable: boolean
}

/** How fast people may play, and what stands between them and the big screen. */
export function RoundSettings({ round, editable }: RoundSettingsProps) {
  const { t } = useTranslation()
  const { id } = round
  return (
    <div>
      <NumberSetting
        title={t('crew.settings.minGap')}
        text={t('crew.settings.minGapText')}
        editable={editable}
        value={round.minGapMs}
        unit="seconds"
        limits={{ from: 0, to: 600 }}
        changeOf={minGapMs => ({ round: { id, minGapMs } })}
      />
      <NumberSetting
        title={t('crew.settings.burst')}
        text={t('crew.settings.burstText')}
        editable={editable}
        value={round.burst}
        unit="times"
        limits={{ from: 1, to: 1_000 }}
        changeOf={burst => ({ round: { id, burst } })}
      />
      <NumberSetting
        title={t('crew.settings.burstWindow')}
        text={t('crew.settings.burstWindowText')}
        editable={editable}
        value={round.burstWindowMs}
        unit="seconds"
        limits={{ from: 1, to: 3_600 }}
        changeOf={burstWindowMs => ({ round: { id, burstWindowMs } })}
      />
      <ChoiceSetting
        title={t('crew.settings.captcha')}
        text={t('crew.settings.captchaText')}
        editable={editable}
        options={(['every', 'cadence', 'off'] as const).map(value => ({
          value,
          label: t(`crew.settings.captchas.${value}`),
        }))}
        value={round.captcha}
        changeOf={captcha => ({ round: { id, captcha } })}
      />
      <ChoiceSetting
        title={t('crew.settings.screening')}
        text={t('crew.settings.screeningText')}
        editable={editable}
        options={(['hold', 'open'] as const).map(value => ({ value, label: t(`crew.settings.screenings.${value}`) }))}
        value={round.screening ? 'hold' : 'open'}
        changeOf={value => ({ round: { id, screening: value === 'hold' } })}
      />
    </div>
  )
}
