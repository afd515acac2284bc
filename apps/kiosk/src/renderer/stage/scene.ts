import type { KioskState } from '@dabble/api'

/**
 * What the stage shows: `waiting` for a first state, `intermission` while there is no round, `attract` while a round has no
 * board yet, `game` while it is played, `results` afterwards.
 */
export type Scene = 'waiting' | 'intermission' | 'attract' | 'game' | 'results'

export function sceneOf(state: KioskState | null): Scene {
  if (!state) return 'waiting'
  if (!state.round) return 'intermission'
  const empty = !state.board?.rows.length
  if (state.round.state === 'draft' || state.round.state === 'open') return empty ? 'attract' : 'game'
  return empty ? 'intermission' : 'results'
}
