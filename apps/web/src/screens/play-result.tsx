import type { EntryView, PlayerView, RoundView } from '@dabble/api'
import { Celebration } from '@dabble/ui'
import { type Ref, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { AgainIcon } from '../components/icons.tsx'
import { Notice } from '../components/notice.tsx'
import { Poster } from '../components/poster.tsx'
import { RankChange } from '../components/rank-change.tsx'
import { SavePicture } from '../components/save-picture.tsx'
import { Score } from '../components/score.tsx'
import { useBoard } from '../server/queries.ts'
import styles from './play.module.css'

interface ResultStageProps {
  round: RoundView | null | undefined
  entry: EntryView
  /** Has only just been drawn. */
  fresh?: boolean
}

export function ResultStage({ round, entry, fresh }: ResultStageProps) {
  const { t } = useTranslation()
  const instead = entry.hidden ? t('picture.hidden') : t('result.failed')
  return (
    <div className={styles.pair}>
      <Poster picture={round?.target ?? null} alt={t('picture.target')} caption={t('play.target')} size="half" />
      <Poster
        picture={entry.picture}
        alt={t('picture.of', { prompt: entry.prompt })}
        instead={instead}
        caption={t('result.yours')}
        size="half"
        lean="right"
        reveal={fresh}
      />
    </div>
  )
}

interface ResultPondProps {
  me: PlayerView
  entry: EntryView
  again: () => void
}

/** Entries whose result was celebrated on this page: coming back to it is calm. */
const celebrated = new Set<string>()

export function ResultPond({ me, entry, again }: ResultPondProps) {
  const { t } = useTranslation()
  const fresh = useRef(!celebrated.has(entry.id))
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    celebrated.add(entry.id)
    button.current?.focus({ preventScroll: true })
  }, [entry.id])

  if (entry.hidden || entry.state === 'failed' || entry.score === null || entry.scoreShown === null) {
    return (
      <>
        {entry.hidden ? (
          <Notice kind="note">{t('result.hidden')}</Notice>
        ) : (
          <Notice kind="error">
            <b>{t('result.failed')}.</b> {t('result.failedText')}
          </Notice>
        )}
        <AgainButton ref={button} again={again} />
      </>
    )
  }
  return (
    <>
      {fresh.current && entry.best && !entry.repeat && <Celebration />}
      <div className={styles.result}>
        <p role="status" className="visually-hidden">
          {entry.rank
            ? t('result.announce', { score: entry.scoreShown, rank: entry.rank })
            : t('result.announceNoRank', { score: entry.scoreShown })}
        </p>
        <Score score={entry.score} shown={entry.scoreShown} animate={fresh.current} />
        <Verdict me={me} entry={entry} />
      </div>
      {entry.repeat && <Notice kind="note">{t('result.repeat')}</Notice>}
      <p className={styles.words}>{t('play.yourPrompt', { prompt: entry.prompt })}</p>
      <AgainButton ref={button} again={again} />
      {entry.picture && <SavePicture picture={entry.picture} scoreShown={entry.scoreShown} />}
    </>
  )
}

function Verdict({ me, entry }: { me: PlayerView; entry: EntryView }) {
  const { t } = useTranslation()
  const standing = useBoard().data?.standing
  if (me.ghost) return <p>{t('result.ghost')}</p>
  return (
    <>
      {entry.best ? (
        <p className={styles.best}>{entry.rankBefore === null ? t('result.first') : t('result.best')}</p>
      ) : (
        standing && <p>{t('result.notBest', { best: standing.scoreShown })}</p>
      )}
      {entry.rank !== null && (
        <RankChange rank={entry.rank} before={entry.rankBefore} tied={entry.best && Boolean(standing?.tied)} />
      )}
    </>
  )
}

function AgainButton({ ref, again }: { ref: Ref<HTMLButtonElement>; again: () => void }) {
  const { t } = useTranslation()
  return (
    <Button ref={ref} look="big" onClick={again}>
      <AgainIcon />
      {t('result.again')}
    </Button>
  )
}
