import type { RoundState } from '@dabble/api'
import { expect, test } from 'vitest'
import { nextStepOf, sideStepsOf, statePath } from './next-step.ts'

const round = (state: RoundState, unfinished = 0, id = 'r1') => ({ id, state, unfinished })

test('one step leads from each state to the next, and none from the last', () => {
  const steps = statePath.map(state => nextStepOf(round(state), [])?.step ?? null)
  expect(steps).toEqual(['open', 'close', 'finalise', 'reveal', null])
})

test('final waits until nothing is unfinished; closing does not', () => {
  expect(nextStepOf(round('closed', 2), [])).toEqual({ step: 'finalise', blocked: 'round-unfinished' })
  expect(nextStepOf(round('closed'), [])).toEqual({ step: 'finalise', blocked: null })
  expect(nextStepOf(round('open', 2), [])).toEqual({ step: 'close', blocked: null })
})

test('a draft waits for the round that is open, and not for itself', () => {
  const draft = round('draft')
  expect(nextStepOf(draft, [draft, round('open', 0, 'r2')])?.blocked).toBe('other-round-open')
  expect(nextStepOf(draft, [draft, round('closed', 0, 'r2')])?.blocked).toBeNull()
})

test('the watermark until something is published, a way back from a slip of the finger, and a revision only where one is due', () => {
  const side = (frozenAt: number | null, outdated: boolean) =>
    statePath.map(state => sideStepsOf({ state, frozenAt, outdated }))
  expect(side(null, false)).toEqual([[], ['freeze'], ['freeze', 'open'], [], []])
  expect(side(5, false)).toEqual([[], ['unfreeze'], ['unfreeze', 'open'], [], []])
  expect(side(null, true).slice(3)).toEqual([['revise'], ['revise']])
})
