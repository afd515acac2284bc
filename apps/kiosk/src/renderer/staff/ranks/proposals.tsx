import type { RankProposal } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Badge } from '../crew/badge.tsx'
import { useNameOf } from '../prizes/use-name-of.ts'
import styles from './proposals.module.css'

/** Each rank that a prize is for, who holds it, and whether it is given. */
export function Proposals({ proposals }: { proposals: RankProposal[] }) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  return (
    <ol className={styles.list}>
      {proposals.map(({ prize, rank, player, picture, scoreShown, award }) => (
        <li key={`${prize.id} ${rank}`} className={styles.row}>
          <span className={styles.rank}>
            <span className="visually-hidden">{t('board.rank', { rank })}</span>
            <span aria-hidden="true">{rank}</span>
          </span>
          <Picture className={styles.picture} picture={picture} alt="" thumbnail />
          <span className={styles.who}>
            <strong>
              <bdi>{player.nickname}</bdi> {player.playerCode}
            </strong>
            <span>
              {scoreShown} · {nameOf(prize.name)}
            </span>
          </span>
          <Given award={award} playerId={player.id} />
        </li>
      ))}
    </ol>
  )
}

function Given({ award, playerId }: { award: RankProposal['award']; playerId: string }) {
  const { t } = useTranslation()
  if (!award) return <Badge>{t('prizes.ranking.open')}</Badge>
  // A revision may have moved somebody else to this rank since the prize was given.
  if (award.player.id !== playerId) {
    return <Badge kind="danger">{t('prizes.ranking.givenTo', { nickname: award.player.nickname })}</Badge>
  }
  return <Badge kind="good">{award.claimedAt ? t('prizes.log.handedOver') : t('prizes.ranking.given')}</Badge>
}
