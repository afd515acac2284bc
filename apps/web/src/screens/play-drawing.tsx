import type { RoundView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../components/drawing.tsx'
import { DrawingProgress } from '../components/drawing-progress.tsx'
import { Poster } from '../components/poster.tsx'
import type { EntryRecord } from '../entry/record.ts'
import type { EntryState } from '../server/keys.ts'
import styles from './play.module.css'

export function DrawingStage({ round, state }: { round: RoundView | null | undefined; state: EntryState | null }) {
  const { t } = useTranslation()
  return (
    <div className={styles.drawing}>
      <Poster picture={null} alt="" caption={t('result.yours')} lean="right">
        <Drawing partial={state?.progress?.partial ?? null} alt={t('play.drawing')} />
      </Poster>
      <div className={styles.aside}>
        <Poster picture={round?.target ?? null} alt={t('picture.target')} caption={t('play.target')} size="small" />
      </div>
    </div>
  )
}

export function DrawingPond({ record, state }: { record: Pick<EntryRecord, 'prompt'>; state: EntryState | null }) {
  const { t } = useTranslation()
  return (
    <>
      <DrawingProgress progress={state?.progress ?? null} waiting={t('play.queued')} />
      <p className={styles.words}>{t('play.yourPrompt', { prompt: record.prompt })}</p>
    </>
  )
}
