import type { RoundView } from '@dabble/api'
import { expect, test } from 'vitest'
import { phaseOf } from './phase.ts'

const window = { name: 'day 1', opensAt: 1_000, closesAt: 2_000 }
const round = (state: RoundView['state'], withWindow = true) =>
  ({ state, window: withWindow ? window : null }) as RoundView

test.each([
  ['no round', null, 1_500, 'none'],
  ['not known yet', undefined, 1_500, 'none'],
  ['draft', round('draft'), 1_500, 'before'],
  ['open, before its window', round('open'), 999, 'before'],
  ['open, the window begins', round('open'), 1_000, 'open'],
  ['open, the window ends', round('open'), 2_000, 'over'],
  ['open without an end', round('open', false), 9_999, 'open'],
  ['closed', round('closed'), 1_500, 'over'],
  ['final', round('final'), 1_500, 'over'],
  ['revealed', round('revealed'), 1_500, 'over'],
] as const)('%s', (_, view, now, phase) => {
  expect(phaseOf(view, now)).toBe(phase)
})
