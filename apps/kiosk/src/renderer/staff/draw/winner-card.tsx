import type { AwardView } from '@dabble/api'
import { Celebration, Picture } from '@dabble/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUndoHandOver } from '../hand-over/use-undo-hand-over.ts'
import { client } from '../server/client.ts'
import { useStaffMutation } from '../server/use-staff-mutation.ts'
import { Button } from '../shell/button.tsx'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'
import styles from './winner-card.module.css'

interface WinnerCardProps {
  award: AwardView
  /** Just drawn, before everybody's eyes. */
  fresh: boolean
  onAbsent: () => void
}

/** Somebody who was drawn: called by name and player code, and either there or not. */
export function WinnerCard({ award, fresh, onAbsent }: WinnerCardProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const undo = useUndoHandOver()
  const { nickname, playerCode } = award.player
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (fresh) card.current?.scrollIntoView({ block: 'center' })
  }, [fresh])
  const claim = useStaffMutation({
    send: (claimCode: string, nonce) => client.staff.awards.claim.mutate({ claimCode, nonce }),
    onDone: award => undo.offer(award, () => {}),
  })
  return (
    <section ref={card} className={styles.card} aria-labelledby={award.id}>
      {fresh && <Celebration />}
      {award.picture && <Picture className={styles.picture} picture={award.picture} alt="" eager />}
      <h2 id={award.id} className={styles.name} aria-live="polite">
        <bdi>{nickname}</bdi>
        <span>{playerCode}</span>
      </h2>
      <div className={styles.buttons}>
        <Button onClick={() => setAsking(true)}>{t('prizes.draw.notHere')}</Button>
        <Button look="big" busy={claim.busy} onClick={() => claim.run(award.claimCode)}>
          {t('prizes.draw.handedOver')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('prizes.draw.notHereTitle', { nickname })}
        confirm={t('prizes.draw.redraw')}
        onConfirm={() => {
          setAsking(false)
          onAbsent()
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('prizes.draw.notHereText')}</p>
      </ConfirmDialog>
    </section>
  )
}
