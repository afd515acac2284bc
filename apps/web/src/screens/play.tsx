import type { PlayerView } from '@dabble/api'
import { useNow } from '@dabble/ui'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadState } from '../components/load-state.tsx'
import { Page } from '../components/page.tsx'
import { RecoveryNote } from '../components/recovery-note.tsx'
import { RoundPoster } from '../components/round-poster.tsx'
import { Stage } from '../components/stage.tsx'
import { useEntryFlow } from '../entry/use-entry-flow.ts'
import { phaseOf } from '../round/phase.ts'
import { useRound } from '../server/queries.ts'
import { clockOffset } from '../server/status.ts'
import { useShared } from '../storage/shared.ts'
import { Composer } from './play-composer.tsx'
import { DrawingPond, DrawingStage } from './play-drawing.tsx'
import { RestPond } from './play-rest.tsx'
import { ResultPond, ResultStage } from './play-result.tsx'

/** One screen, four steps: writing, sending, drawing, result. Which one is decided by what is stored, never by a click. */
export function PlayScreen({ me }: { me: PlayerView }) {
  const { t } = useTranslation()
  const { data: round, error, refetch } = useRound()
  const { step, send, again } = useEntryFlow(me)
  const phase = phaseOf(round, useNow(1_000) + useShared(clockOffset))
  const pond = useRef<HTMLDivElement>(null)
  const busy = step.name === 'drawing' || step.name === 'result'

  // The next step happens where the player looks: on phones the page may be scrolled down to the button.
  const shown = busy ? step.record.id : null
  useEffect(() => {
    if (shown) scrollTo({ top: 0 })
  }, [shown])

  return (
    <Page title={t('play.title')} titleHidden full>
      <Stage
        wide={busy}
        stage={
          step.name === 'drawing' ? (
            <DrawingStage round={round} state={step.state} />
          ) : step.name === 'result' ? (
            <ResultStage round={round} entry={step.state.entry} fresh />
          ) : (
            <RoundPoster round={round} />
          )
        }
        pond={
          <div ref={pond} style={{ display: 'contents' }}>
            {step.name === 'drawing' && <DrawingPond record={step.record} state={step.state} />}
            {step.name === 'result' && <ResultPond me={me} entry={step.state.entry} again={again} />}
            {!busy && round === undefined && <LoadState error={error} onRetry={() => void refetch()} lines={3} />}
            {!busy && round === null && <RestPond me={me} round={null} phase="none" />}
            {!busy && round && phase === 'open' && !me.disqualified && (
              <Composer round={round} record={step.name === 'sending' ? step.record : null} send={send} />
            )}
            {!busy && round && (phase !== 'open' || me.disqualified) && (
              <RestPond me={me} round={round} phase={phase} />
            )}
            <RecoveryNote />
          </div>
        }
      />
    </Page>
  )
}
