import type { PlayerView, RoundView } from '@dabble/api'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../components/button.tsx'
import { ClosingTime } from '../components/closing-time.tsx'
import { PromptField } from '../components/prompt-field.tsx'
import { StandingCard } from '../components/standing-card.tsx'
import { StateCard } from '../components/state-card.tsx'
import { draft } from '../entry/draft.ts'
import type { Phase } from '../round/phase.ts'
import { useBoard } from '../server/queries.ts'
import { useStored } from '../storage/stored.ts'

interface RestProps {
  me: PlayerView
  round: RoundView | null
  phase: Phase
}

/** When nothing can be sent: why, and what to do meanwhile. */
export function RestPond({ me, round, phase }: RestProps) {
  const { t } = useTranslation()
  const prompt = useStored(draft) ?? ''
  const standing = useBoard().data?.standing ?? null
  if (me.disqualified) return <StateCard title={t('play.disqualified')} text={t('play.disqualifiedText')} />
  if (!round) return <StateCard title={t('play.noRound')} text={t('play.noRoundText')} />
  if (phase === 'before') {
    return (
      <StateCard title={t('play.notOpen')} text={t('play.notOpenText')}>
        <ClosingTime round={round} />
        <PromptField value={prompt} onChange={draft.set} onSend={() => {}} readsUpTo={null} disabled={false} />
      </StateCard>
    )
  }
  return (
    <StateCard title={t('play.closed')} text={t('play.closedText')}>
      <StandingCard standing={standing} nickname={me.nickname} />
      <Link href="/board" className={buttonClass('big')}>
        {t('nav.board')}
      </Link>
    </StateCard>
  )
}
