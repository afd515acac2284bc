import type { Language } from '@dabble/api'
import { currentLanguage } from '@dabble/ui'
import { useTranslation } from 'react-i18next'

/** A name in the language that is being spoken; switches with it. */
export function useNameOf(): (name: Record<Language, string>) => string {
  useTranslation()
  const language = currentLanguage()
  return name => name[language]
}
