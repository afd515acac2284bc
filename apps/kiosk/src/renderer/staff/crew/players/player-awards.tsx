import type { AwardView } from '@dabble/api'
import { currentLanguage } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Badge } from '../badge.tsx'
import { useSayTime } from '../time/use-say-time.ts'
import styles from './player-awards.module.css'

/** What a player won, and whether they have it. */
export function PlayerAwards({ awards }: { awards: AwardView[] }) {
  const { t } = useTranslation()
  const sayTime = useSayTime()
  if (awards.length === 0) return <p>{t('crew.players.awardsEmpty')}</p>
  return (
    <ul className={styles.list}>
      {awards.map(award => (
        <li key={award.id} className={styles.award}>
          <strong>{award.prizeName[currentLanguage()]}</strong>
          {award.undoneAt !== null ? (
            <Badge>{t('crew.players.takenBack')}</Badge>
          ) : award.claimedAt !== null ? (
            <Badge kind="good">
              {t('crew.players.handedOver', { time: sayTime(award.claimedAt), by: award.claimedBy })}
            </Badge>
          ) : (
            <Badge>{t('crew.players.notHandedOver')}</Badge>
          )}
          <span className={styles.reason}>{award.reason}</span>
        </li>
      ))}
    </ul>
  )
}
