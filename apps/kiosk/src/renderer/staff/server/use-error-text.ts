import { gameErrorOf } from '@dabble/api/client'
import { useTranslation } from 'react-i18next'

/** What went wrong, in words; a server that does not answer has its own. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation()
  return error => {
    const game = gameErrorOf(error)
    return game ? t(`error.${game.key}`, game.values) : t('staff.away.noAnswer')
  }
}
