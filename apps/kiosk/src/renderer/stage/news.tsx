import type { Announcement, BoardView, Language } from '@dabble/api'
import { useTranslation } from 'react-i18next'

interface Props {
  board: BoardView | null
  announcement: Announcement | null
  language: Language
}

/** Tells screen readers who leads and who wins something, when that changes; in one language, or it would repeat itself with every turn. */
export function News({ board, announcement, language }: Props) {
  const { i18n } = useTranslation()
  const t = i18n.getFixedT(language)
  const leader = board?.rows.find(row => row.rank === 1)
  return (
    <div className="visually-hidden" lang={language}>
      <p role="status">{leader && t('kiosk.leads', { nickname: leader.nickname, score: leader.scoreShown })}</p>
      <p role="status">
        {announcement &&
          t('kiosk.won.news', {
            nickname: announcement.nickname,
            prize: announcement.prizeName[language],
            reason: announcement.reason,
          })}
      </p>
    </div>
  )
}
