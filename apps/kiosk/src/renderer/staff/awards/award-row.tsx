import type { AwardView } from '@dabble/api'
import { Picture } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Badge } from '../crew/badge.tsx'
import { useSayTime } from '../crew/time/use-say-time.ts'
import { useNameOf } from '../prizes/use-name-of.ts'
import { Button } from '../shell/button.tsx'
import { GiveIcon } from '../shell/icons.tsx'
import styles from './award-row.module.css'
import { SendCode } from './send-code.tsx'

/** One award: what, to whom, why, by whom and when; what became of it, and what can be done about it. */
export function AwardRow({ award, onUndo }: { award: AwardView; onUndo: () => void }) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const sayTime = useSayTime()
  const { player, kind, rank, reason, claimedAt, undoneAt, contact } = award
  return (
    <li className={styles.row} data-undone={undoneAt !== null || undefined}>
      <Picture
        className={styles.picture}
        picture={award.picture ?? award.prizePicture}
        alt=""
        instead={<GiveIcon />}
        thumbnail
      />
      <div className={styles.what}>
        <h2 className={styles.title}>
          <span>{nameOf(award.prizeName)}</span>
          <Link href={`/players/${player.id}`}>
            <bdi>{player.nickname}</bdi> {player.playerCode}
          </Link>
        </h2>
        <p className={styles.detail}>
          {rank ? t('prizes.rank', { rank }) : t(`prizes.kind.${kind}`)}
          {reason && ` · ${reason}`}
          {` · ${t('prizes.log.by', { by: award.by, time: sayTime(award.at) })}`}
        </p>
        {contact && (
          <p>
            {t('prizes.log.contact')} <strong className={styles.contact}>{contact}</strong>
          </p>
        )}
      </div>
      <div className={styles.state}>
        <State award={award} />
      </div>
      {undoneAt === null && (
        <div className={styles.actions}>
          {claimedAt === null && <SendCode award={award} />}
          <Button look="quiet" onClick={onUndo}>
            {claimedAt === null ? t('prizes.undo.takeBack') : t('prizes.undo.unclaim')}
          </Button>
        </div>
      )}
    </li>
  )
}

function State({ award }: { award: AwardView }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  const { claimedAt, claimedBy, undoneAt, undoneBy, absent, hasCode } = award
  if (undoneAt !== null) {
    return (
      <>
        <Badge kind="danger">{absent ? t('prizes.log.absent') : t('prizes.log.undone')}</Badge>
        <span>{t('prizes.log.by', { by: undoneBy ?? '', time: sayTime(undoneAt) })}</span>
      </>
    )
  }
  if (claimedAt === null) return <Badge>{t('prizes.log.waits')}</Badge>
  return (
    <>
      <Badge kind="good">{hasCode ? t('prizes.log.codeSent') : t('prizes.log.handedOver')}</Badge>
      <span>{t('prizes.log.by', { by: claimedBy ?? '', time: sayTime(claimedAt) })}</span>
    </>
  )
}
