import { gameErrorOf } from '@dabble/api/client'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Button, buttonClass } from '../components/button.tsx'
import { BackIcon } from '../components/icons.tsx'
import { LoadState } from '../components/load-state.tsx'
import { Page } from '../components/page.tsx'
import { SavePicture } from '../components/save-picture.tsx'
import { Score } from '../components/score.tsx'
import { Stage } from '../components/stage.tsx'
import { StateCard } from '../components/state-card.tsx'
import { draft } from '../entry/draft.ts'
import { changeRecord, entryRecord } from '../entry/record.ts'
import { isUnfinished } from '../server/keys.ts'
import { useEntry, useRound } from '../server/queries.ts'
import styles from './play.module.css'
import { DrawingPond, DrawingStage } from './play-drawing.tsx'
import { ResultStage } from './play-result.tsx'

/** One entry of one's own: beside the target, with its words, to keep or to play on from. */
export function PictureScreen({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const { data: round } = useRound()
  const { data, error, refetch } = useEntry(id)
  const [, go] = useLocation()
  if (!data) {
    return (
      <Page title={t('pictures.title')}>
        {gameErrorOf(error) ? (
          <StateCard title={t('common.notFound')} text={t('error.picture-unknown')}>
            <Link href="/pictures" className={buttonClass('plain')}>
              {t('nav.pictures')}
            </Link>
          </StateCard>
        ) : (
          <LoadState error={error} onRetry={() => void refetch()} />
        )}
      </Page>
    )
  }
  const { entry } = data
  const unfinished = isUnfinished(entry)
  const reuse = () => {
    draft.set(entry.prompt)
    const shown = entryRecord.get()
    if (shown?.answered && !unfinished) changeRecord(shown.id, null)
    go('/')
  }
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Page title={t('pictures.title')} titleHidden full>
      <Stage
        wide
        stage={
          unfinished ? (
            <DrawingStage round={round} state={data} />
          ) : (
            <ResultStage round={round?.id === entry.roundId ? round : null} entry={entry} />
          )
        }
        pond={
          unfinished ? (
            <DrawingPond record={entry} state={data} />
          ) : (
            <>
              <Link href="/pictures" className={styles.back}>
                <BackIcon />
                {t('nav.pictures')}
              </Link>
              {entry.score !== null && entry.scoreShown && (
                <div className={styles.result}>
                  <p className="visually-hidden">{t('result.announceNoRank', { score: entry.scoreShown })}</p>
                  <Score score={entry.score} shown={entry.scoreShown} animate={false} />
                  {entry.best && <p className={styles.best}>{t('pictures.best')}</p>}
                </div>
              )}
              <p className={styles.words}>
                {t('play.yourPrompt', { prompt: entry.prompt })}
                <br />
                {t('pictures.sentAt', { time: time.format(entry.receivedAt) })}
              </p>
              <Button look="big" onClick={reuse}>
                {t('pictures.reuse')}
              </Button>
              {entry.picture && entry.scoreShown && (
                <SavePicture picture={entry.picture} scoreShown={entry.scoreShown} />
              )}
            </>
          )
        }
      />
    </Page>
  )
}
