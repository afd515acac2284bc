import { type Language, languageSchema } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Segmented } from './segmented.tsx'

export const languageNames: Record<Language, string> = { ko: '한국어', en: 'English' }

export function LanguageSwitch({
  onChange,
  legendHidden,
}: {
  onChange: (language: Language) => void
  legendHidden?: boolean
}) {
  const { t, i18n } = useTranslation()
  return (
    <Segmented
      legend={t('join.language')}
      legendHidden={legendHidden}
      options={languageSchema.options.map(value => ({ value, label: languageNames[value], lang: value }))}
      value={languageSchema.catch('en').parse(i18n.language)}
      onChange={onChange}
    />
  )
}
