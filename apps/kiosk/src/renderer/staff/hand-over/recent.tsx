import type { AwardView } from '@dabble/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UndoDialog } from '../awards/undo-dialog.tsx'
import { useSayTime } from '../crew/time/use-say-time.ts'
import { useNameOf } from '../prizes/use-name-of.ts'
import { useAwards } from '../server/queries.ts'
import { Loaded } from '../shell/states.tsx'
import styles from './recent.module.css'

const shown = 8

/** The last hand-overs at any device, newest first. */
export function Recent() {
  const { t } = useTranslation()
  const [undoing, setUndoing] = useState<AwardView | null>(null)
  return (
    <section className={styles.recent} aria-labelledby="recent">
      <h2 id="recent" className={styles.title}>
        {t('prizes.handOver.recent')}
      </h2>
      <Loaded query={useAwards()} lines={3}>
        {awards => <List awards={lastHandOvers(awards)} onUndo={setUndoing} />}
      </Loaded>
      <UndoDialog award={undoing} onClose={() => setUndoing(null)} />
    </section>
  )
}

function List({ awards, onUndo }: { awards: AwardView[]; onUndo: (award: AwardView) => void }) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const sayTime = useSayTime()
  if (awards.length === 0) return <p className={styles.none}>{t('prizes.handOver.none')}</p>
  return (
    <ol className={styles.list}>
      {awards.map(award => (
        <li key={award.id} className={styles.row}>
          <span className={styles.what}>
            <bdi>{award.player.nickname}</bdi>
            <span>
              {nameOf(award.prizeName)} · {sayTime(award.claimedAt ?? award.at)} · {award.claimedBy}
            </span>
          </span>
          <button
            type="button"
            className={styles.undo}
            aria-label={t('prizes.undo.undoOf', { nickname: award.player.nickname })}
            onClick={() => onUndo(award)}
          >
            {t('prizes.undo.undo')}
          </button>
        </li>
      ))}
    </ol>
  )
}

const lastHandOvers = (awards: readonly AwardView[]): AwardView[] =>
  awards
    .filter(({ claimedAt, undoneAt }) => claimedAt !== null && undoneAt === null)
    .sort((a, b) => (b.claimedAt ?? 0) - (a.claimedAt ?? 0))
    .slice(0, shown)
