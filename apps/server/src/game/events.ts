import { EventEmitter } from 'node:events'

/** What happened, after it is committed. Whoever listens asks the game for the state; events carry none. */
export interface GameEventMap {
  /** A picture waits to be drawn. */
  queued: []
  /** This player's entry was accepted, or ended. */
  entry: [playerId: string]
  /** Something everybody sees changed: board, counters, newest pictures. */
  board: []
  /** What this player has won, or whether they may have it, changed. */
  award: [playerId: string]
}

export type GameEvents = EventEmitter<GameEventMap>

export const createGameEvents = (): GameEvents => new EventEmitter<GameEventMap>()
