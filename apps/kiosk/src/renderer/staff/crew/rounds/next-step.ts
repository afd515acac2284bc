import type { RoundAdminView, RoundState, RoundStep } from '@dabble/api'

export const statePath: readonly RoundState[] = ['draft', 'open', 'closed', 'final', 'revealed']

const onward: Partial<Record<RoundState, RoundStep>> = {
  draft: 'open',
  open: 'close',
  closed: 'finalise',
  final: 'reveal',
}

export interface NextStep {
  step: RoundStep
  /** Why it cannot be done yet; null when it can. */
  blocked: 'other-round-open' | 'round-unfinished' | null
}

type Stage = Pick<RoundAdminView, 'id' | 'state' | 'unfinished'>

/** The one thing to do next with a round; null when there is nothing left. The server has the last word. */
export function nextStepOf(round: Stage, all: readonly Stage[]): NextStep | null {
  const step = onward[round.state]
  if (!step) return null
  const otherOpen = all.some(({ id, state }) => id !== round.id && state === 'open')
  if (step === 'open' && otherOpen) return { step, blocked: 'other-round-open' }
  if (step === 'finalise' && round.unfinished > 0) return { step, blocked: 'round-unfinished' }
  return { step, blocked: null }
}

type Watermark = Pick<RoundAdminView, 'state' | 'frozenAt' | 'outdated'>

/** What else can be done: the watermark and a way back while nothing is published, a revision where one is due. */
export function sideStepsOf({ state, frozenAt, outdated }: Watermark): RoundStep[] {
  const watermark: RoundStep = frozenAt === null ? 'freeze' : 'unfreeze'
  if (state === 'open') return [watermark]
  if (state === 'closed') return [watermark, 'open']
  return outdated ? ['revise'] : []
}
