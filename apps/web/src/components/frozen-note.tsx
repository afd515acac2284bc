import { useTranslation } from 'react-i18next'
import { frozenAt } from '../server/status.ts'
import { useShared } from '../storage/shared.ts'
import { Notice } from './notice.tsx'

/** The public board stands still before the finish: why nothing moves on it, and that playing goes on. */
export function FrozenNote() {
  const { t, i18n } = useTranslation()
  const since = useShared(frozenAt)
  if (since === null) return null
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(since)
  return <Notice kind="note">{t('board.frozen', { time })}</Notice>
}
