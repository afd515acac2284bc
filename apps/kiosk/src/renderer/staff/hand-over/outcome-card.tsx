import { Logo } from '@dabble/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSayTime } from '../crew/time/use-say-time.ts'
import { useNameOf } from '../prizes/use-name-of.ts'
import { Button } from '../shell/button.tsx'
import { AwayIcon, ErrorIcon, GoodIcon, UnknownIcon, WaitIcon } from '../shell/icons.tsx'
import { OfferCard } from './offer-card.tsx'
import type { Offer, Outcome } from './outcome.ts'
import styles from './outcome-card.module.css'
import { Person, Thing } from './thing.tsx'

interface OutcomeCardProps {
  outcome: Outcome | null
  busy: boolean
  away: boolean
  onHandOver: (offer: Offer) => void
}

/** What the last code came to, to be read at arm's length: a colour, a symbol and a word, then the details. */
export function OutcomeCard({ outcome, busy, away, onHandOver }: OutcomeCardProps) {
  return (
    <section className={styles.place} aria-live="polite" aria-busy={busy}>
      {away && outcome?.kind !== 'away' ? (
        <Away retry={null} />
      ) : (
        <Said outcome={outcome} busy={busy} {...{ onHandOver }} />
      )}
    </section>
  )
}

function Said({ outcome, busy, onHandOver }: Omit<OutcomeCardProps, 'away'>) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const sayTime = useSayTime()
  if (!outcome) {
    return (
      <div className={styles.idle}>
        <Logo className={styles.logo} />
        <p>{t('prizes.handOver.ready')}</p>
      </div>
    )
  }
  switch (outcome.kind) {
    case 'offer':
      return <OfferCard outcome={outcome} busy={busy} onHandOver={onHandOver} />
    case 'done':
      return (
        <Card tone="good" icon={<GoodIcon />} word={t('prizes.handOver.doneWord')}>
          <Thing name={nameOf(outcome.award.prizeName)} picture={outcome.award.prizePicture} />
          <Person {...outcome.award.player} />
        </Card>
      )
    case 'already': {
      const { award } = outcome
      return (
        <Card tone="stop" icon={<WaitIcon />} word={t('prizes.handOver.already')}>
          <p className={styles.detail}>
            {t('prizes.handOver.alreadyBy', { by: award.claimedBy ?? '', time: sayTime(award.claimedAt ?? award.at) })}
          </p>
          <Thing name={nameOf(award.prizeName)} picture={award.prizePicture} />
          <Person {...award.player} />
        </Card>
      )
    }
    case 'taken-back':
      return (
        <Card tone="stop" icon={<ErrorIcon />} word={t('prizes.handOver.takenBack')}>
          <p className={styles.detail}>{t('error.award-undone')}</p>
          <Person {...outcome.award.player} />
        </Card>
      )
    case 'refused':
      return (
        <Card tone="stop" icon={<ErrorIcon />} word={t('prizes.handOver.nothing')}>
          <p className={styles.detail}>{t(`prizes.refusal.${outcome.refusal}`)}</p>
          <Person {...outcome.player} />
        </Card>
      )
    case 'unknown':
      return (
        <Card tone="stop" icon={<UnknownIcon />} word={t('prizes.handOver.unknown')}>
          <p className={styles.detail}>{t('error.code-unknown')}</p>
        </Card>
      )
    case 'error': {
      const { key, values } = outcome.error
      const icon = key === 'award-claimed' ? <WaitIcon /> : <ErrorIcon />
      const word = key === 'award-claimed' ? t('prizes.handOver.already') : t('prizes.handOver.refused')
      return (
        <Card tone="stop" icon={icon} word={word}>
          <p className={styles.detail}>{t(`error.${key}`, values)}</p>
        </Card>
      )
    }
    case 'away':
      return <Away retry={outcome.retry} />
  }
}

/** Said as soon as the server is away, not only when somebody tries. */
function Away({ retry }: { retry: (() => void) | null }) {
  const { t } = useTranslation()
  return (
    <Card tone="stop" icon={<AwayIcon />} word={t('prizes.handOver.away')}>
      <p className={styles.detail}>{retry ? t('prizes.handOver.noAnswer') : t('prizes.handOver.awayText')}</p>
      {retry && <Button onClick={retry}>{t('common.retry')}</Button>}
    </Card>
  )
}

interface CardProps {
  tone: 'good' | 'stop'
  icon: ReactNode
  word: string
  children: ReactNode
}

function Card({ tone, icon, word, children }: CardProps) {
  return (
    <div className={styles.card} data-tone={tone}>
      <div className={styles.icon}>{icon}</div>
      <h2 className={styles.word}>{word}</h2>
      <div className={styles.details}>{children}</div>
    </div>
  )
}
