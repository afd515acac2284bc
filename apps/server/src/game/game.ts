import type { Announcement, Calibration, EntryProgress, HealthView, RoundView, ScreenView } from '@dabble/api'
import {
  type Counters,
  type Game,
  GameError,
  type Millis,
  type OwnAwardView,
  type OwnEntryState,
  type PictureFrame,
} from '@dabble/api'
import type { Db } from '../db/open.ts'
import type { CaptchaVerdict, NeedsCaptcha } from './captcha.ts'
import { type Contest, contestView, currentContest } from './contest.ts'
import { entriesGame } from './entries-game.ts'
import type { GameEvents } from './events.ts'
import { joinPlayer } from './join.ts'
import { leaveGame } from './leave.ts'
import { hadAwards, ownAwards, ownAwardsGame } from './own-awards.ts'
import {
  playerView,
  renamePlayer,
  replaceRecoveryCode,
  requirePlayer,
  resumePlayer,
  setPlayerLanguage,
} from './player.ts'
import type { DrawingState } from './progress.ts'
import { publicGame } from './public-game.ts'
import { currentRound, roundView } from './round.ts'
import { rebindPlayer } from './staff/rebind.ts'
import { staffGame } from './staff/staff-game.ts'

export interface GameDeps {
  events: GameEvents
  now(): Millis
  /** What goes into the join QR code. */
  joinUrl(): string
  bundle: {
    /** What makes two prompts the same. */
    tokenKey(prompt: string): string
    /** UTF-16 index at which the model stops reading. */
    reads(prompt: string): number
    model: RoundView['model']
  }
  captcha: {
    issue(use: CaptchaUse): Promise<unknown>
    check(solution: string, use: CaptchaUse): NonNullable<CaptchaVerdict>
  }
  needsCaptcha: NeedsCaptcha
  drawing: DrawingState
  pins: {
    /** argon2id, in its own string form. */
    hash(pin: string): Promise<string>
    verify(hash: string, pin: string): Promise<boolean>
  }
  pictures: {
    /** Keeps an uploaded picture (a data URL). @throws {GameError} `upload-too-big`, `upload-unreadable`. */
    save(dataUrl: string): Promise<SavedPicture>
  }
  targets: {
    /** @throws {GameError} as `pictures.save`, and `inference-away`. */
    upload(dataUrl: string): Promise<NewTarget>
    /** Draws from a prompt, or from one picked at random, with other noise than the round's. @throws {GameError} `inference-away`. */
    draw(prompt: string | null, roundSeed: number): Promise<NewTarget>
    bundle: { id: string; calibration: Calibration; harmless: boolean }
  }
  /** How the box is, for staff. */
  health(): Promise<HealthView>
}

export interface SavedPicture {
  hash: string
  width: number
  height: number
}

export interface NewTarget extends SavedPicture {
  /** Little-endian float32. */
  embedding: Buffer
  /** Null where it was uploaded. */
  prompt: string | null
}

export interface CaptchaUse {
  playerId: string
  action: string
  now: Millis
}

/** The game as the routers know it, and what the live feed and the picture route ask besides. */
export interface BoothGame extends Game {
  counters(): Counters
  /** Newest screened pictures, newest first. */
  newest(count: number): PictureFrame[]
  /** The player's newest entry and the standing it led to; null for somebody who has left. */
  own(playerId: string): OwnEntryState | null
  /** Null when the player has nothing unfinished. */
  progress(playerId: string): EntryProgress | null
  /** What the player has won; null when they were never given anything. */
  ownAwards(playerId: string): OwnAwardView[] | null
  visibilityOf(hash: string): 'shown' | 'hidden' | 'unknown'
  /** What the big screen announces now, newest first. */
  announcements(): Announcement[]
  screen(): ScreenView
}

/** Puts the rules behind the API's interface, and tells `events` what has changed. The contest must exist; what staff change of it holds from the next call on. */
export function createGame(db: Db, deps: GameDeps): BoothGame {
  const { events, now } = deps
  const changed = <T>(result: T): T => {
    events.emit('board')
    return result
  }
  return {
    contest: () => contestView(requireContest(db), deps.joinUrl()),
    players: {
      join({ nickname, language }, deviceId) {
        const contestId = requireContest(db).id
        const { player, recoveryCode } = joinPlayer(db, { contestId, deviceId, nickname, language }, now())
        return changed({ ...playerView(player), recoveryCode })
      },
      resume: (recoveryCode, deviceId) => playerView(resumePlayer(db, recoveryCode, deviceId, now())),
      me: playerId => playerView(requirePlayer(db, playerId)),
      rename: (playerId, nickname) => changed(playerView(renamePlayer(db, playerId, nickname, now()))),
      setLanguage: (playerId, language) => playerView(setPlayerLanguage(db, playerId, language)),
      newRecoveryCode: playerId => replaceRecoveryCode(db, playerId),
      leave: playerId => changed(leaveGame(db, playerId, now())),
      rebind: (code, deviceId) => playerView(rebindPlayer(db, code, deviceId, now())),
    },
    rounds: {
      current() {
        const round = currentRound(db)
        return round && roundView(db, round, deps.bundle.model, now())
      },
      reads: prompt => deps.bundle.reads(prompt),
    },
    ...entriesGame(db, deps),
    ...publicGame(db, deps),
    awards: ownAwardsGame(db, deps),
    ownAwards: playerId => (hadAwards(db, playerId) ? ownAwards(db, playerId, deps.joinUrl()) : null),
    staff: staffGame(db, deps),
  }
}

function requireContest(db: Db): Contest {
  const contest = currentContest(db)
  if (!contest) throw new GameError('no-round')
  return contest
}
