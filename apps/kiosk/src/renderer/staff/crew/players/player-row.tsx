import type { PlayerRow as Player } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ForwardIcon, PlayersIcon } from '../../shell/icons.tsx'
import { PlayerBadges } from './player-badges.tsx'
import styles from './player-row.module.css'

/** One player among others; the whole row leads to what can be done. */
export function PlayerRow({ player }: { player: Player }) {
  const { t } = useTranslation()
  const { id, nickname, playerCode, rank, scoreShown, entries, picture } = player
  return (
    <Link href={`/players/${id}`} className={styles.row}>
      <Picture picture={picture} alt="" thumbnail instead={<PlayersIcon />} className={styles.picture} />
      <span className={styles.who}>
        <bdi className={styles.nickname}>{nickname}</bdi>
        <span className={styles.small}>
          <code>{playerCode}</code> · {t('crew.players.entries', { count: entries })}
        </span>
        <PlayerBadges player={player} />
      </span>
      <span className={styles.standing}>
        <strong>{rank === null ? t('crew.players.noRank') : t('crew.players.rank', { rank })}</strong>
        {scoreShown !== null && <span className={styles.small}>{t('crew.players.points', { score: scoreShown })}</span>}
      </span>
      <ForwardIcon />
    </Link>
  )
}
