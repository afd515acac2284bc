import type { Language, Millis } from '@dabble/api'
import { currentLanguage } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { useKiosk } from '../../server/live.ts'
import { clockOffset } from '../../server/status.ts'
import { sayTime } from './say-time.ts'

/** The contest's IANA time zone; this device's until the server has said so. */
export const useTimeZone = (): string =>
  useKiosk(({ contest }) => contest.timeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** Says times on the contest's clock, in the language of the screen. */
export function useSayTime(): (at: Millis) => string {
  useTranslation()
  const zone = useTimeZone()
  const language: Language = currentLanguage()
  return at => sayTime(at, Date.now() + clockOffset.get(), zone, language)
}
