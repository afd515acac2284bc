import type { Language } from '@dabble/api'
import { currentLanguage, languages, Segmented } from '@dabble/ui'
import { useTranslation } from 'react-i18next'

const languageNames: Record<Language, string> = { ko: '한국어', en: 'English' }

export function LanguageSwitch({
  onChange,
  legendHidden,
}: {
  onChange: (language: Language) => void
  legendHidden?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Segmented
      legend={t('join.language')}
      legendHidden={legendHidden}
      options={languages.map(value => ({ value, label: languageNames[value], lang: value }))}
      value={currentLanguage()}
      onChange={onChange}
    />
  )
}
