import type { z } from 'zod'
import type { createEntrySchema, joinSchema, Language } from './schemas.ts'
import type { StaffGame } from './staff/game.ts'
import type { OwnAwardView } from './staff/prizes.ts'
import type {
  BoardView,
  ContestView,
  EntryProgress,
  EntryView,
  JoinedView,
  PlayerView,
  RoundView,
  StandingView,
} from './views.ts'

/** What the routers ask of the game. The server implements it; failures are `GameError`s. */
export interface Game {
  contest(): ContestView
  players: {
    join(input: z.output<typeof joinSchema>, deviceId: string): JoinedView
    resume(recoveryCode: string, deviceId: string): PlayerView
    me(playerId: string): PlayerView
    rename(playerId: string, nickname: string): PlayerView
    setLanguage(playerId: string, language: Language): PlayerView
    /** Replaces the recovery code and returns the new one. */
    newRecoveryCode(playerId: string): string
    /** Leaves the game and erases nickname and prompts; pictures nobody else shares are gone from the network. */
    leave(playerId: string): void
    /** The player whom a one-time code of the staff's brings back. */
    rebind(code: string, deviceId: string): PlayerView
  }
  rounds: {
    /** The round being played, or the one played last; null before the first opens. */
    current(): RoundView | null
    /** UTF-16 index at which the round's model stops reading this prompt. */
    reads(prompt: string): number
  }
  entries: {
    create(playerId: string, input: z.output<typeof createEntrySchema>): Promise<EntryView>
    get(playerId: string, entryId: string): { entry: EntryView; progress: EntryProgress | null }
    mine(playerId: string): { entries: EntryView[]; standing: StandingView | null; unfinished: EntryProgress | null }
    /** Null when the next entry needs no CAPTCHA. */
    captchaChallenge(playerId: string): Promise<unknown | null>
  }
  board(playerId: string | null): { board: BoardView | null; standing: StandingView | null }
  /** What a player has won, and what they do with it. */
  awards: {
    mine(playerId: string): OwnAwardView[]
    /** Leaves a way to be reached, or with null takes it back. */
    leaveContact(playerId: string, awardId: string, contact: string | null): OwnAwardView[]
  }
  staff: StaffGame
}
