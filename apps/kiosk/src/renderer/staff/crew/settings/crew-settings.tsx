import type { SettingsView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { NumberSetting } from './number-setting.tsx'
import { TypedSetting } from './typed-setting.tsx'

interface CrewSettingsProps {
  contest: SettingsView['contest']
  editable: boolean
}

/** What concerns the crew alone. */
export function CrewSettings({ contest, editable }: CrewSettingsProps) {
  const { t } = useTranslation()
  return (
    <div>
      <NumberSetting
        title={t('crew.settings.autoLock')}
        text={t('crew.settings.autoLockText')}
        editable={editable}
        value={contest.autoLockMs}
        unit="minutes"
        limits={{ from: 1, to: 60 }}
        changeOf={autoLockMs => ({ contest: { autoLockMs } })}
      />
      <TypedSetting<string | null>
        title={t('crew.settings.webhook')}
        text={t('crew.settings.webhookText')}
        editable={editable}
        value={contest.webhookUrl}
        show={url => url ?? ''}
        say={url => (url ? new URL(url).host : t('crew.settings.webhookNone'))}
        input={{ type: 'url', inputMode: 'url', placeholder: 'https://', spellCheck: false }}
        read={text => ({ value: text.trim() || null })}
        changeOf={webhookUrl => ({ contest: { webhookUrl } })}
      />
    </div>
  )
}
