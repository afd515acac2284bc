import type { OwnAwardView } from '@dabble/api'
import { Celebration } from '@dabble/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { useAwards } from '../server/queries.ts'
import { useStored } from '../storage/stored.ts'
import { AwardCard } from './award-card.tsx'
import styles from './award-sheet.module.css'
import { freshAward, markSeen, seenAwards } from './fresh.ts'

/** Whatever the player is doing: a prize is shown the moment it is given, once on each phone. */
export function AwardSheet() {
  const awards = useAwards(true).data
  const seen = useStored(seenAwards) ?? []
  const [openId, setOpenId] = useState<string | null>(null)
  const fresh = awards ? freshAward(awards, seen) : null
  const open = awards?.find(({ id }) => id === openId) ?? null
  // Taken back while it was being looked at: gone without a word, as it is from the list.
  useEffect(() => {
    if (!open && openId !== fresh?.id) setOpenId(fresh?.id ?? null)
  }, [open, openId, fresh?.id])
  if (!open) return null
  const close = () => {
    seenAwards.set(markSeen(open, seen))
    setOpenId(null)
  }
  return <Sheet key={open.id} award={open} onClose={close} />
}

function Sheet({ award, onClose }: { award: OwnAwardView; onClose: () => void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const waits = award.claimedAt === null
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="award-title" onClose={onClose}>
      <Celebration />
      <div className={styles.inside}>
        <h2 id="award-title" className={styles.title}>
          {t('awards.title')}
        </h2>
        <AwardCard award={award} />
        <Button look="big" onClick={() => dialog.current?.close()}>
          {waits ? t('awards.later') : t('awards.close')}
        </Button>
        {waits && <p className={styles.hint}>{t('awards.laterHint')}</p>}
      </div>
    </dialog>
  )
}
