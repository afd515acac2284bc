import type { AwardView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Person, Thing } from '../hand-over/thing.tsx'
import { useNameOf } from '../prizes/use-name-of.ts'
import { useAwards } from '../server/queries.ts'
import { Button } from '../shell/button.tsx'
import { GoodIcon } from '../shell/icons.tsx'
import styles from './given.module.css'

interface GivenProps {
  award: AwardView
  onUndo: () => void
  onNext: () => void
}

/** What was given, and the code that the winner's phone shows now. */
export function Given({ award, onUndo, onNext }: GivenProps) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const now = useAwards().data?.find(({ id }) => id === award.id) ?? award
  const undone = now.undoneAt !== null
  return (
    <div className={styles.card} role="status">
      <h2 className={styles.word}>
        {!undone && <GoodIcon />}
        {undone ? t('prizes.log.undone') : t('prizes.give.given')}
      </h2>
      <Thing name={nameOf(now.prizeName)} picture={now.prizePicture} />
      <Person {...now.player} />
      {!undone && <p>{t('prizes.give.onPhone', { code: now.claimCode })}</p>}
      <div className={styles.buttons}>
        {!undone && <Button onClick={onUndo}>{t('prizes.undo.undo')}</Button>}
        <Button look="big" onClick={onNext}>
          {t('prizes.give.another')}
        </Button>
      </div>
    </div>
  )
}
