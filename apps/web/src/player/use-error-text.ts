import type { GameErrorShape } from '@dabble/api'
import { useTranslation } from 'react-i18next'

/** What went wrong in the player's language; null is a server out of reach. */
export function useErrorText() {
  const { t } = useTranslation()
  return (error: GameErrorShape | null): string =>
    error ? t(`error.${error.key}`, error.values) : t('common.unreachable')
}
