import { useTranslation } from 'react-i18next'
import { useNameOf } from '../prizes/use-name-of.ts'
import { Button } from '../shell/button.tsx'
import { NoteIcon } from '../shell/icons.tsx'
import styles from './offer-card.module.css'
import { type Offer, type Outcome, offerOfEnter } from './outcome.ts'
import { Person, Thing } from './thing.tsx'

interface OfferCardProps {
  outcome: Extract<Outcome, { kind: 'offer' }>
  busy: boolean
  onHandOver: (offer: Offer) => void
}

/** Who it is and what waits for them, each a tap away; the first by Enter alone. */
export function OfferCard({ outcome, busy, onHandOver }: OfferCardProps) {
  const { t } = useTranslation()
  const { player, offers, refusal } = outcome
  const byEnter = offerOfEnter(outcome)
  return (
    <div className={styles.card}>
      <h2 className={styles.person}>
        <Person {...player} />
      </h2>
      <ul className={styles.offers}>
        {offers.map(offer => (
          <li key={offer.nonce} className={styles.offer}>
            <OfferThing offer={offer} />
            <Button look={offer === byEnter ? 'big' : 'plain'} busy={busy} onClick={() => onHandOver(offer)}>
              {offer.kind === 'participation' && offer.sharedDevice
                ? t('prizes.handOver.shared')
                : t('prizes.handOver.handOver')}
              {offer === byEnter && <kbd className={styles.key}>Enter</kbd>}
            </Button>
          </li>
        ))}
      </ul>
      {refusal && (
        <p className={styles.note}>
          <NoteIcon />
          {t(`prizes.refusal.${refusal}`)}
        </p>
      )}
    </div>
  )
}

function OfferThing({ offer }: { offer: Offer }) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  if (offer.kind === 'participation') return <Thing name={nameOf(offer.prize.name)} picture={offer.prize.picture} />
  const { award } = offer
  return (
    <div className={styles.thing}>
      <Thing name={nameOf(award.prizeName)} picture={award.prizePicture} />
      <p className={styles.why}>
        {award.rank ? t('prizes.rank', { rank: award.rank }) : t(`prizes.kind.${award.kind}`)}
        {award.reason && ` · ${award.reason}`}
      </p>
    </div>
  )
}
