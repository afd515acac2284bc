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

/** What else can be done: the watermark while there is something to hide, a revision once there is a result. */
export function sideStepsOf({ state, frozenAt }: Pick<RoundAdminView, 'state' | 'frozenAt'>): RoundStep[] {
  if (frozenAt !== null) return ['unfreeze']
  if (state === 'open' || state === 'closed') return ['freeze']
  return state === 'final' || state === 'revealed' ? ['revise'] : []
}
