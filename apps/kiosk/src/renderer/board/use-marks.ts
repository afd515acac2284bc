import type { BoardView } from '@dabble/api'
import { useEffect, useRef, useState } from 'react'
import { keepMarks, type Mark, movesBetween } from './movement.ts'

/** Who moved lately, by player code. Marks vanish by themselves. */
export function useMarks(board: BoardView): ReadonlyMap<string, Mark> {
  const before = useRef<BoardView | null>(null)
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  useEffect(() => {
    const moves = movesBetween(before.current, board)
    before.current = board
    if (moves.size > 0) setMarks(was => keepMarks(was, moves, Date.now()))
  }, [board])
  useEffect(() => {
    if (marks.size === 0) return
    const next = Math.min(...[...marks.values()].map(mark => mark.until))
    const timer = setTimeout(() => setMarks(was => keepMarks(was, new Map(), Date.now())), next - Date.now())
    return () => clearTimeout(timer)
  }, [marks])
  return marks
}
