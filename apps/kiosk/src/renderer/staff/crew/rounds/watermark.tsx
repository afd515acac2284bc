import type { Millis, RoundState } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Badge } from '../badge.tsx'
import { useSayTime } from '../time/use-say-time.ts'

/** Up to when everybody sees the board; beside the state, because it is none. */
export function Watermark({ frozenAt, state }: { frozenAt: Millis | null; state: RoundState }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  if (frozenAt === null) return state === 'open' ? <p>{t('crew.rounds.notFrozenText')}</p> : null
  const time = sayTime(frozenAt)
  return (
    <div>
      <Badge kind="danger">{t('crew.rounds.frozen', { time })}</Badge>
      <p>{t('crew.rounds.frozenText', { time })}</p>
    </div>
  )
}
