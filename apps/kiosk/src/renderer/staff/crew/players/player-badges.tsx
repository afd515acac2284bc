import type { PlayerRow } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Badge } from '../badge.tsx'
import styles from './player-badges.module.css'

/** What staff did to a player, in a word each; nothing for most. */
export function PlayerBadges({ player }: { player: Pick<PlayerRow, 'ghost' | 'muted' | 'disqualified'> }) {
  const { t } = useTranslation()
  const { ghost, muted, disqualified } = player
  if (!ghost && !muted && !disqualified) return null
  return (
    <span className={styles.badges}>
      {disqualified && <Badge kind="danger">{t('crew.players.disqualified')}</Badge>}
      {muted && <Badge>{t('crew.players.muted')}</Badge>}
      {ghost && <Badge>{t('crew.players.ghost')}</Badge>}
    </span>
  )
}
