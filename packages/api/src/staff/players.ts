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

export interface AuditRow {
  id: number
  at: Millis
  /** A name of the crew, `player`, or `system`. */
  author: string
  action: string
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
