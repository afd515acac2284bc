import type { BoardRow, KioskState, RoundState } from '@dabble/api'
import { expect, test } from 'vitest'
import { sceneOf } from './scene.ts'

const state = (roundState: RoundState | null, rows: number, blank = false) =>
  ({
    round: roundState && { state: roundState },
    board: roundState && { rows: Array.from({ length: rows }, () => ({}) as BoardRow) },
    screen: { blank },
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
    'podium',
    'podium',
  ])
})

test('people are asked in only while they can play', () => {
  expect(['open', 'closed', 'final'].map(s => sceneOf(state(s as RoundState, 3), true))).toEqual([
    'attract',
    'results',
    'podium',
  ])
})

test('blank is blank, whatever goes on', () => {
  expect([null, 'open', 'final'].map(s => sceneOf(state(s as RoundState | null, 3, true), true))).toEqual([
    'curtain',
    'curtain',
    'curtain',
  ])
})
