import type { OwnAwardView } from '@dabble/api'
import { currentLanguage, Picture, QrCode } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { TrophyIcon } from '../components/icons.tsx'
import styles from './award-card.module.css'
import { DigitalCode } from './digital-code.tsx'
import { useWakeLock } from './use-wake-lock.ts'

/** One prize: what, why, and what the booth crew has to see. */
export function AwardCard({ award }: { award: OwnAwardView }) {
  const { t } = useTranslation()
  const { kind, prizePicture, rank, reason, claimedAt, digitalCode } = award
  const name = award.prizeName[currentLanguage()]
  return (
    <div className={styles.card}>
      <div className={styles.prize}>
        {prizePicture ? (
          <Picture picture={prizePicture} alt="" eager className={styles.picture} />
        ) : (
          <span className={styles.trophy}>
            <TrophyIcon />
          </span>
        )}
        <div>
          <p className={styles.kind}>
            {kind === 'rank' && rank !== null
              ? t('awards.kinds.rank', { rank })
              : kind !== 'rank' && t(`awards.kinds.${kind}`)}
          </p>
          <p className={styles.name}>{name}</p>
        </div>
      </div>
      {reason && (
        <p className={styles.reason}>
          <bdi>{reason}</bdi>
        </p>
      )}
      {digitalCode !== null && <DigitalCode code={digitalCode} />}
      {claimedAt === null ? <Ticket award={award} /> : <HandedOver at={claimedAt} />}
    </div>
  )
}

function Ticket({ award: { claimCode, claimUrl } }: { award: OwnAwardView }) {
  const { t } = useTranslation()
  useWakeLock()
  return (
    <div className={styles.ticket}>
      <p className={styles.show}>{t('awards.show')}</p>
      <QrCode className={styles.qr} text={claimUrl} label={t('awards.qr', { code: claimCode })} />
      <dl className={styles.claim}>
        <dt className="visually-hidden">{t('awards.code')}</dt>
        <dd>{claimCode}</dd>
      </dl>
      <p className={styles.bright}>{t('awards.bright')}</p>
    </div>
  )
}

function HandedOver({ at }: { at: number }) {
  const { t, i18n } = useTranslation()
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(at)
  return (
    <p className={styles.done} role="status">
      {t('awards.handedOverAt', { time })}
    </p>
  )
}
