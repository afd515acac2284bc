import { changeLanguage, currentLanguage, languages, Segmented } from '@dabble/ui'
import { useTranslation } from 'react-i18next'

const names = { ko: '한국어', en: 'English' }

export function LanguageSwitch() {
  const { t } = useTranslation()
  return (
    <Segmented
      legend={t('join.language')}
      legendHidden
      options={languages.map(value => ({ value, label: names[value], lang: value }))}
      value={currentLanguage()}
      onChange={changeLanguage}
    />
  )
}
