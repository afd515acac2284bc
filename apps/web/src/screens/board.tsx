import { Board } from '@dabble/ui'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../components/button.tsx'
import { ClosingTime } from '../components/closing-time.tsx'
import { FrozenNote } from '../components/frozen-note.tsx'
import { LoadState } from '../components/load-state.tsx'
import { Page } from '../components/page.tsx'
import { StandingCard } from '../components/standing-card.tsx'
import { StateCard } from '../components/state-card.tsx'
import { useBoard, useMe, useRound } from '../server/queries.ts'
import styles from './board.module.css'

/** A longer list may hide the player's own row. */
const rowsInSight = 6

export function BoardScreen() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { data: round } = useRound()
  const { data, error, refetch } = useBoard()
  const rows = data?.board?.rows ?? []
  const ownRow = rows.some(({ playerCode }) => playerCode === me?.playerCode)
  const far = rows.length > rowsInSight
  return (
    <Page title={t('board.title')}>
      {round && (
        <div className={styles.facts}>
          {data?.board && data.board.ranked > 0 && <p>{t('board.ranked', { count: data.board.ranked })}</p>}
          <ClosingTime round={round} />
        </div>
      )}
      {round && <FrozenNote />}
      {!data && <LoadState error={error} onRetry={() => void refetch()} lines={8} />}
      {data && rows.length === 0 && (
        <StateCard title={t('board.empty')} text={t('board.emptyText')}>
          <Link href="/" className={buttonClass('big')}>
            {t('nav.play')}
          </Link>
        </StateCard>
      )}
      {rows.length > 0 && <Board rows={rows} own={me?.playerCode} className={styles.board} />}
      {data && rows.length > 0 && me && !me.ghost && (far || !ownRow) && (
        <div className={styles.own}>
          <StandingCard standing={data.standing} nickname={me.nickname} />
        </div>
      )}
    </Page>
  )
}
