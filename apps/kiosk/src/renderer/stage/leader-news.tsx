import type { BoardView, Language } from '@dabble/api'
import { useTranslation } from 'react-i18next'

/** Tells screen readers who leads, when that changes; in one language, or it would repeat itself with every turn. */
export function LeaderNews({ board, language }: { board: BoardView | null; language: Language }) {
  const { i18n } = useTranslation()
  const leader = board?.rows.find(row => row.rank === 1)
  const values = { nickname: leader?.nickname, score: leader?.scoreShown }
  return (
    <p className="visually-hidden" role="status" lang={language}>
      {leader && i18n.getFixedT(language)('kiosk.leads', values)}
    </p>
  )
}
