import type { KioskState } from '@dabble/api'

/**
 * What the stage shows: `waiting` for a first state, `curtain` while the crew keeps it blank, `intermission` while there is no
 * round, `attract` while a round has no board yet or nobody plays, `game` while it is played, `results` once it is closed,
 * `podium` once it is final.
 */
export type Scene = 'waiting' | 'curtain' | 'intermission' | 'attract' | 'game' | 'results' | 'podium'

/** `askIn`: nobody plays, and it is the turn of the way in. */
export function sceneOf(state: KioskState | null, askIn = false): Scene {
  if (!state) return 'waiting'
  if (state.screen.blank) return 'curtain'
  if (!state.round) return 'intermission'
  const empty = !state.board?.rows.length
  if (state.round.state === 'draft' || state.round.state === 'open') return empty || askIn ? 'attract' : 'game'
  if (empty) return 'intermission'
  return state.round.state === 'closed' ? 'results' : 'podium'
}
