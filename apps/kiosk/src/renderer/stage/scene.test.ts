import type { BoardRow, KioskState, RoundState } from '@dabble/api'
import { expect, test } from 'vitest'
import { sceneOf } from './scene.ts'

const state = (roundState: RoundState | null, rows: number) =>
  ({
    round: roundState && { state: roundState },
    board: roundState && { rows: Array.from({ length: rows }, () => ({}) as BoardRow) },
  }) as KioskState

test('every state of a round has a scene, with and without players', () => {
  expect(sceneOf(null)).toBe('waiting')
  expect(sceneOf(state(null, 0))).toBe('intermission')
  expect(['draft', 'open', 'closed', 'final', 'revealed'].map(s => sceneOf(state(s as RoundState, 0)))).toEqual([
    'attract',
    'attract',
    'intermission',
    'intermission',
    'intermission',
  ])
  expect(['open', 'closed', 'final', 'revealed'].map(s => sceneOf(state(s as RoundState, 3)))).toEqual([
    'game',
    'results',
    'results',
    'results',
  ])
})
