import type { Language } from './schemas.ts'

/** Times are milliseconds since the epoch, by the server's clock. */
export type Millis = number

export type RoundState = 'draft' | 'open' | 'closed' | 'final' | 'revealed'
export type PictureState = 'queued' | 'running' | 'done' | 'failed'
export type CaptchaPolicy = 'every' | 'cadence' | 'off'

/** A picture's address on this server; `/pictures/<sha256 of the file>`. */
export interface PictureRef {
  hash: string
  url: string
  width: number
  height: number
}

export interface ContestView {
  name: string
  languages: Language[]
  timeZone: string
  /** What goes into the join QR code. */
  joinUrl: string
}

export interface RoundView {
  id: string
  title: Record<Language, string>
  state: RoundState
  target: PictureRef
  /** The window being played, or else the next one; null when the round has no windows left or is never closed. */
  window: { name: string; opensAt: Millis; closesAt: Millis } | null
  /** What the target was drawn from; only once revealed, and not where it was uploaded. */
  revealedPrompt?: string
  captcha: CaptchaPolicy
  pace: { minGapMs: number; burst: number; burstWindowMs: number }
  model: { name: string; steps: number; languages: Language[] }
}

export interface PlayerView {
  id: string
  nickname: string
  language: Language
  /** Public and short, for staff to find a player. */
  playerCode: string
  ghost: boolean
  /** Public screens show neither nickname nor pictures. */
  muted: boolean
  disqualified: boolean
}

/** Given once, at joining: the only time the recovery code is known in clear. */
export interface JoinedView extends PlayerView {
  recoveryCode: string
}

export interface StandingView {
  rank: number
  /** True when somebody else's best has exactly the same similarity. */
  tied: boolean
  score: number
  /** `score` as shown: cut, not rounded, with as many decimals as its neighbours need. */
  scoreShown: string
  entryId: string
  entries: number
}

export interface EntryView {
  id: string
  /** The only order that counts. */
  sequence: number
  roundId: string
  prompt: string
  state: PictureState
  receivedAt: Millis
  /** The prompt key was known: first picture, first score, no drawing. */
  repeat: boolean
  /** Null until done, and when hidden. */
  picture: PictureRef | null
  hidden: boolean
  similarity: number | null
  score: number | null
  scoreShown: string | null
  /** The player's rank now, and before this entry; set only when this entry is done. */
  rank: number | null
  rankBefore: number | null
  /** This entry is the player's best. */
  best: boolean
}

/** While an entry is unfinished. */
export interface EntryProgress {
  entryId: string
  state: 'queued' | 'running'
  /** Pictures that are drawn before this one: 0 is next. */
  position: number
  /** Honest estimate until the score, from recent pictures; null when nothing is known yet. */
  etaMs: number | null
  /** Steps done; 0 until drawing has begun. */
  step: number
  steps: number
  /** What the picture looks like so far, as a data URL. */
  partial: string | null
}

export interface BoardRow {
  /** Null for ghosts. */
  rank: number | null
  tied: boolean
  ghost: boolean
  playerCode: string
  nickname: string
  score: number
  scoreShown: string
  /** Null until screened, and when hidden. */
  picture: PictureRef | null
  /** What it was drawn from; only once the round is revealed, and where its picture is shown. */
  prompt?: string
}

export interface BoardView {
  roundId: string
  /** The highest sequence number this board knows of. */
  sequence: number
  rows: BoardRow[]
  /** Players with at least one finished entry. */
  ranked: number
}

export interface Counters {
  players: number
  entries: number
  pictures: number
  /** Entries that needed no drawing. */
  repeats: number
  /** Pictures queued or running. */
  queue: number
  picturesPerMinute: number
}
