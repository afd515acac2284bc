import type { Language } from './schemas.ts'
import type { Announcement, OwnAwardView } from './staff/prizes.ts'
import type {
  BoardView,
  ContestView,
  Counters,
  EntryProgress,
  EntryView,
  Millis,
  PictureRef,
  RoundView,
  StandingView,
} from './views.ts'

/**
 * The live feed: state, not deltas. `GET /live/<channel>` is Server-Sent Events; the same address with `?poll` answers one
 * `LiveFrame[]` as JSON, for proxies that eat streams.
 *
 * | channel | events | at most |
 * |---|---|---|
 * | kiosk | `kiosk` | 4 a second |
 * | player | `player` (shared by everybody), `entry`, `progress` and `awards` (that player's own) | `player` 1 a second; own ones at once |
 */
export type LiveChannel = 'kiosk' | 'player'

export interface PictureFrame {
  picture: PictureRef
  nickname: string
  playerCode: string
  scoreShown: string
  at: Millis
}

export interface KioskState {
  at: Millis
  contest: ContestView
  round: RoundView | null
  board: BoardView | null
  /** Newest screened pictures, newest first. */
  newest: PictureFrame[]
  counters: Counters
  /** What has just been given away, newest first; each for half a minute. */
  announcements: Announcement[]
  screen: ScreenView
}

/** What staff decide of the big screen. */
export interface ScreenView {
  /** Languages it takes turns in. */
  languages: Language[]
  /** Shows nothing but the name of the contest. */
  blank: boolean
  /** Since when the board stands still; null while it does not. */
  frozenAt: Millis | null
}

export interface PlayerState {
  at: Millis
  round: RoundView | null
  board: BoardView | null
  counters: Counters
  /** Since when the board stands still; null while it does not. */
  frozenAt: Millis | null
}

/** The player's newest entry, finished or not, with the standing it led to. */
export interface OwnEntryState {
  at: Millis
  entry: EntryView | null
  standing: StandingView | null
}

export type LiveFrame =
  | { event: 'kiosk'; data: KioskState }
  | { event: 'player'; data: PlayerState }
  | { event: 'entry'; data: OwnEntryState }
  | { event: 'progress'; data: EntryProgress }
  | { event: 'awards'; data: OwnAwardView[] }
