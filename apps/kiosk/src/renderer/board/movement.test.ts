import type { BoardRow, BoardView } from '@dabble/api'
import { expect, test } from 'vitest'
import { keepMarks, markMs, movesBetween } from './movement.ts'

const row = (playerCode: string, rank: number | null, score: number): BoardRow => ({
  rank,
  tied: false,
  ghost: rank === null,
  playerCode,
  nickname: playerCode,
  score,
  scoreShown: score.toFixed(2),
  picture: null,
})
const board = (rows: BoardRow[], roundId = 'r1'): BoardView => ({ roundId, sequence: 1, rows, ranked: rows.length })

test('overtaking: one climbs with a new best, the other sinks without', () => {
  const before = board([row('A', 1, 80), row('B', 2, 70), row('C', 3, 60)])
  const after = board([row('C', 1, 90), row('A', 2, 80), row('B', 3, 70)])
  expect(Object.fromEntries(movesBetween(before, after))).toEqual({
    C: { ranks: 2, entered: false, newBest: true },
    A: { ranks: -1, entered: false, newBest: false },
    B: { ranks: -1, entered: false, newBest: false },
  })
})

test('a newcomer has entered; those who stay where they were are not mentioned', () => {
  const moves = movesBetween(board([row('A', 1, 80)]), board([row('A', 1, 80), row('B', 2, 10)]))
  expect([...moves.keys()]).toEqual(['B'])
  expect(moves.get('B')).toEqual({ ranks: 0, entered: true, newBest: true })
})

test('a ghost has no rank to climb, but can better itself', () => {
  const moves = movesBetween(board([row('G', null, 50)]), board([row('G', null, 55)]))
  expect(moves.get('G')).toEqual({ ranks: 0, entered: false, newBest: true })
})

test('nothing to compare: first board, no board, another round', () => {
  const some = board([row('A', 1, 80)])
  expect(movesBetween(null, some).size).toBe(0)
  expect(movesBetween(some, null).size).toBe(0)
  expect(movesBetween(some, board([row('B', 1, 90)], 'r2')).size).toBe(0)
})

test('marks add up while they show and go when their time is over', () => {
  const up = (ranks: number) => new Map([['A', { ranks, entered: false, newBest: ranks > 0 }]])
  const first = keepMarks(new Map(), up(2), 1_000)
  const second = keepMarks(first, up(-1), 2_000)
  expect(second.get('A')).toEqual({ ranks: 1, entered: false, newBest: true, until: 2_000 + markMs })
  expect(keepMarks(second, new Map(), 2_000 + markMs).size).toBe(0)
})
