import type { EntryView, Millis, PictureRef } from '../views.ts'
import type { AwardView } from './prizes.ts'

export interface PlayerRow {
  id: string
  nickname: string
  playerCode: string
  ghost: boolean
  muted: boolean
  disqualified: boolean
  joinedAt: Millis
  entries: number
  /** In the current round; null before the first score, and for ghosts and the disqualified. */
  rank: number | null
  scoreShown: string | null
  picture: PictureRef | null
}

export interface PlayerDetail extends PlayerRow {
  /** Of the current round, newest first. */
  recent: EntryView[]
  awards: AwardView[]
  log: AuditRow[]
}

/** Everything that goes into the audit log. The crew's log has a sentence for each, in both languages, or does not compile. */
export type AuditAction =
  | `player.${'rename' | 'leave' | 'ghost' | 'unghost' | 'mute' | 'unmute' | 'disqualify' | 'restore' | 'rebind' | 'return' | 'erase'}`
  | `device.${'pair' | 'unlock' | 'unpair' | 'name' | 'invite'}`
  | `crew.${'set-up' | 'add' | 'rename' | 'role' | 'pin' | 'remove'}`
  | `picture.${'hide' | 'show' | 'show-all'}`
  | `screen.${'blank' | 'unblank'}`
  | `prize.${'create' | 'change' | 'remove' | 'restore' | 'codes'}`
  | `award.${'give' | 'undo' | 'claim' | 'unclaim' | 'code' | 'draw' | 'redraw' | 'contact' | 'purge'}`
  | `round.${'create' | 'calibrate' | 'windows' | 'open' | 'freeze' | 'unfreeze' | 'close' | 'finalise' | 'reveal' | 'revise' | 'retry'}`
  | 'settings.change'

export interface AuditRow {
  id: number
  at: Millis
  /** A name of the crew, `player`, or `system`. */
  author: string
  action: AuditAction
  subject: string
  /** Nickname, prize, round or picture, where there is a name for it. */
  subjectName: string | null
  reason: string
}

/** A one-time way back into the game for somebody who lost their phone. */
export interface RebindView {
  url: string
  expiresAt: Millis
}

/** A picture that waits for somebody of the crew. */
export interface WaitingPicture {
  picture: PictureRef
  prompt: string
  nickname: string
  scoreShown: string
  at: Millis
}

export interface ScreeningView {
  /** False: everything is shown at once. */
  holding: boolean
  /** Oldest first. */
  waiting: WaitingPicture[]
  waitingInAll: number
  /** Newest shown first. */
  shown: WaitingPicture[]
  hidden: WaitingPicture[]
  blank: boolean
}
