import { isGameErrorKey } from '@dabble/api'
import { useTranslation } from 'react-i18next'

/** What went wrong in the player's language; null is a server out of reach. */
export function useErrorText() {
  const { t } = useTranslation()
  return (error: { key: unknown; values: Record<string, string | number> } | null): string => {
    if (!error) return t('common.unreachable')
    return isGameErrorKey(error.key) ? t(`error.${error.key}`, error.values) : t('error.invalid-input')
  }
}
