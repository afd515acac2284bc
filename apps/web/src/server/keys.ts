import type { BoardView, EntryProgress, EntryView, StandingView } from '@dabble/api'

/** Where the query cache keeps what; the live feed writes to the same places. */
export const keys = {
  me: ['me'] as const,
  round: ['round'] as const,
  board: ['board'] as const,
  mine: ['mine'] as const,
  awards: ['awards'] as const,
  entry: (id: string) => ['entry', id] as const,
}

export interface BoardState {
  board: BoardView | null
  standing: StandingView | null
}

export interface EntryState {
  entry: EntryView
  progress: EntryProgress | null
}

export const isUnfinished = (entry: EntryView | undefined): boolean =>
  entry?.state === 'queued' || entry?.state === 'running'
