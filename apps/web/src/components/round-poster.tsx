import type { RoundView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Poster } from './poster.tsx'

/** The round's target in the stage light; its frame stays empty until there is one. */
export function RoundPoster({ round }: { round: RoundView | null | undefined }) {
  const { t } = useTranslation()
  return (
    <Poster
      picture={round?.target ?? null}
      alt={t('picture.target')}
      caption={t('play.target')}
      instead={round === null && t('play.noRound')}
    />
  )
}
