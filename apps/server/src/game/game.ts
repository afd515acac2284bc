import type { EntryProgress, RoundView } from '@dabble/api'
import { type Counters, type Game, GameError, type Millis, type OwnEntryState, type PictureFrame } from '@dabble/api'
import type { Db } from '../db/open.ts'
import type { CaptchaVerdict, NeedsCaptcha } from './captcha.ts'
import { type Contest, contestView, currentContest } from './contest.ts'
import { entriesGame } from './entries-game.ts'
import type { GameEvents } from './events.ts'
import { joinPlayer } from './join.ts'
import { leaveGame } from './leave.ts'
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
import { hidePicture, isPaired, pairDevice, showPicture } from './staff.ts'

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
    check(solution: string, use: CaptchaUse): Promise<NonNullable<CaptchaVerdict>>
  }
  needsCaptcha: NeedsCaptcha
  drawing: DrawingState
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
  /** The player's newest entry and the standing it led to. */
  own(playerId: string): OwnEntryState
  /** Null when the player has nothing unfinished. */
  progress(playerId: string): EntryProgress | null
  visibilityOf(hash: string): 'shown' | 'hidden' | 'unknown'
}

/** Puts the rules behind the API's interface, and tells `events` what has changed. The contest must exist. */
export function createGame(db: Db, deps: GameDeps): BoothGame {
  const { events, now } = deps
  const contest = requireContest(db)
  const changed = <T>(result: T): T => {
    events.emit('board')
    return result
  }
  return {
    contest: () => contestView(contest, deps.joinUrl()),
    players: {
      join({ nickname, language }, deviceId) {
        const { player, recoveryCode } = joinPlayer(db, { contestId: contest.id, deviceId, nickname, language }, now())
        return changed({ ...playerView(player), recoveryCode })
      },
      resume: (recoveryCode, deviceId) => playerView(resumePlayer(db, recoveryCode, deviceId, now())),
      me: playerId => playerView(requirePlayer(db, playerId)),
      rename: (playerId, nickname) => changed(playerView(renamePlayer(db, playerId, nickname, now()))),
      setLanguage: (playerId, language) => playerView(setPlayerLanguage(db, playerId, language)),
      newRecoveryCode: playerId => replaceRecoveryCode(db, playerId),
      leave: playerId => changed(leaveGame(db, playerId, now())),
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
    staff: {
      pair: (code, deviceId) => pairDevice(db, code, deviceId, now()),
      isPaired: deviceId => isPaired(db, deviceId),
      hidePicture: (hash, reason, author) => changed(hidePicture(db, { hash, reason, author }, now())),
      showPicture: (hash, reason, author) => changed(showPicture(db, { hash, reason, author }, now())),
    },
  }
}

function requireContest(db: Db): Contest {
  const contest = currentContest(db)
  if (!contest) throw new GameError('no-round')
  return contest
}
