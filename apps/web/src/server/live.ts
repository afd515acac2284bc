import type { BoardView, LiveFrame, OwnEntryState, PlayerView } from '@dabble/api'
import { followLive } from '@dabble/api/client'
import { useEffect } from 'react'
import { adopt } from '../entry/record.ts'
import { queryClient } from './client.ts'
import { type BoardState, type EntryState, isUnfinished, keys } from './keys.ts'
import { clockOffset, connected, frozenAt } from './status.ts'

/** A player outside the rows that everybody gets learns its rank by asking, at most this often. */
const standingEveryMs = 5_000
let standingAskedAt = 0

/** Follows the live feed and writes what it says where the screens read. Starts over when somebody else plays. */
export function useLive(playerId: string | null | undefined): void {
  useEffect(() => {
    if (playerId === undefined) return
    return followLive('player', {
      onFrame: frame => take(frame, playerId),
      onConnected: now => {
        // Whatever was said meanwhile was missed.
        if (now && connected.get() === false) void queryClient.invalidateQueries()
        connected.set(now)
      },
    })
  }, [playerId])
}

function take(frame: LiveFrame, playerId: string | null): void {
  if (frame.event === 'player') {
    clockOffset.set(frame.data.at - Date.now())
    queryClient.setQueryData(keys.round, frame.data.round)
    frozenAt.set(frame.data.frozenAt)
    takeBoard(frame.data.board)
  } else if (frame.event === 'entry') {
    takeOwn(frame.data, playerId)
  } else if (frame.event === 'awards') {
    if (playerId) queryClient.setQueryData(keys.awards, frame.data)
  } else if (frame.event === 'progress') {
    const progress = frame.data
    queryClient.setQueryData<EntryState>(keys.entry(progress.entryId), old =>
      old && isUnfinished(old.entry)
        ? { ...old, progress: { ...progress, partial: progress.partial ?? old.progress?.partial ?? null } }
        : old,
    )
  }
}

function takeBoard(board: BoardView | null): void {
  const me = queryClient.getQueryData<PlayerView | null>(keys.me)
  const row = board?.rows.find(({ playerCode }) => playerCode === me?.playerCode)
  queryClient.setQueryData<BoardState>(keys.board, old => {
    const standing = old?.standing ?? null
    if (!standing || !row?.rank) return { board, standing }
    const { rank, tied, score, scoreShown } = row
    return { board, standing: { ...standing, rank, tied, score, scoreShown } }
  })
  if (me && !row && Date.now() - standingAskedAt > standingEveryMs) {
    standingAskedAt = Date.now()
    void queryClient.invalidateQueries({ queryKey: keys.board })
  }
}

function takeOwn({ entry, standing }: OwnEntryState, playerId: string | null): void {
  queryClient.setQueryData<BoardState>(keys.board, old => old && { ...old, standing })
  if (!entry || !playerId) return
  queryClient.setQueryData<EntryState>(keys.entry(entry.id), old => ({
    entry,
    progress: isUnfinished(entry) ? (old?.progress ?? null) : null,
  }))
  if (isUnfinished(entry)) adopt(entry, playerId)
  else void queryClient.invalidateQueries({ queryKey: keys.mine })
}
