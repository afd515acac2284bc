import type { TRPC_ERROR_CODE_KEY } from '@trpc/server'

/** Every way the game says no, with the tRPC code it travels under. Clients translate `error.<key>` and fill in `values`. */
export const gameErrors = {
  'invalid-input': 'BAD_REQUEST',
  'nickname-empty': 'BAD_REQUEST',
  'nickname-too-long': 'BAD_REQUEST',
  'nickname-taken': 'CONFLICT',
  'consent-needed': 'BAD_REQUEST',
  'already-joined': 'CONFLICT',
  'device-join-limit': 'TOO_MANY_REQUESTS',
  'recovery-code-unknown': 'NOT_FOUND',
  /** values: seconds */
  'recovery-too-many': 'TOO_MANY_REQUESTS',
  'not-joined': 'UNAUTHORIZED',
  'player-disqualified': 'FORBIDDEN',
  'prompt-empty': 'BAD_REQUEST',
  'prompt-too-long': 'BAD_REQUEST',
  'no-round': 'NOT_FOUND',
  'round-not-open': 'PRECONDITION_FAILED',
  'entry-unknown': 'NOT_FOUND',
  /** The same entry id with another prompt. */
  'entry-conflict': 'CONFLICT',
  /** values: entryId — the unfinished entry the phone should show instead. */
  'entry-unfinished': 'CONFLICT',
  /** values: seconds — until the next prompt is accepted. */
  'too-fast': 'TOO_MANY_REQUESTS',
  'captcha-needed': 'PRECONDITION_FAILED',
  'captcha-invalid': 'PRECONDITION_FAILED',
  'captcha-expired': 'PRECONDITION_FAILED',
  'captcha-used': 'PRECONDITION_FAILED',
  'picture-unknown': 'NOT_FOUND',
  'pairing-code-unknown': 'NOT_FOUND',
  /** This device is not paired. */
  'not-staff': 'FORBIDDEN',
  /** Paired, but nobody has unlocked it, or it has locked itself. */
  'staff-locked': 'UNAUTHORIZED',
  'not-owner': 'FORBIDDEN',
  'staff-unknown': 'NOT_FOUND',
  'staff-name-taken': 'CONFLICT',
  'staff-name-shape': 'BAD_REQUEST',
  'owner-exists': 'CONFLICT',
  'last-owner': 'PRECONDITION_FAILED',
  'pin-shape': 'BAD_REQUEST',
  'pin-wrong': 'FORBIDDEN',
  /** values: seconds */
  'pin-too-many': 'TOO_MANY_REQUESTS',
  'reason-shape': 'BAD_REQUEST',
  'name-shape': 'BAD_REQUEST',
  'player-unknown': 'NOT_FOUND',
  'rebind-code-unknown': 'NOT_FOUND',
  'prize-unknown': 'NOT_FOUND',
  /** The last one has just been given. */
  'prize-gone': 'CONFLICT',
  /** values: given — more are given than the stock would be. */
  'prize-stock': 'PRECONDITION_FAILED',
  'already-awarded': 'CONFLICT',
  /** Another player on the same device had one: staff may say that it is shared. */
  'device-awarded': 'CONFLICT',
  /** The same nonce for something else. */
  'award-conflict': 'CONFLICT',
  /** Another player has this rank's prize. */
  'rank-awarded': 'CONFLICT',
  /** A ghost, disqualified, gone, or has not played. */
  'not-eligible': 'PRECONDITION_FAILED',
  'nobody-eligible': 'PRECONDITION_FAILED',
  'award-unknown': 'NOT_FOUND',
  'award-undone': 'CONFLICT',
  /** values: by, time — handed over before, by whom and when (on the contest's clock). */
  'award-claimed': 'CONFLICT',
  'award-not-claimed': 'CONFLICT',
  'no-codes': 'PRECONDITION_FAILED',
  'code-unknown': 'NOT_FOUND',
  'contact-shape': 'BAD_REQUEST',
  'upload-too-big': 'BAD_REQUEST',
  'upload-unreadable': 'BAD_REQUEST',
  'round-unknown': 'NOT_FOUND',
  /** The round is in a state in which this makes no sense. */
  'round-state': 'PRECONDITION_FAILED',
  'other-round-open': 'PRECONDITION_FAILED',
  /** The round is pinned to another bundle than the one that is loaded. */
  'other-bundle': 'PRECONDITION_FAILED',
  /** values: unfinished — entries that still wait for their picture. */
  'round-unfinished': 'PRECONDITION_FAILED',
  'window-order': 'BAD_REQUEST',
  'window-overlap': 'BAD_REQUEST',
  /** What has begun keeps its start, and what is over stays. */
  'window-begun': 'PRECONDITION_FAILED',
  'window-has-prize': 'PRECONDITION_FAILED',
  'time-zone-unknown': 'BAD_REQUEST',
  'webhook-url': 'BAD_REQUEST',
  'inference-away': 'PRECONDITION_FAILED',
  'wrong-origin': 'FORBIDDEN',
  'too-many-requests': 'TOO_MANY_REQUESTS',
  'disk-full': 'INTERNAL_SERVER_ERROR',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<string, TRPC_ERROR_CODE_KEY>

export type GameErrorKey = keyof typeof gameErrors
export type GameErrorValues = Record<string, string | number>

/** Thrown by the game's rules; the error formatter of `procedures.ts` turns it into what a client sees. */
export class GameError extends Error {
  readonly key: GameErrorKey
  readonly values: GameErrorValues
  constructor(key: GameErrorKey, values: GameErrorValues = {}) {
    super(key)
    this.name = 'GameError'
    this.key = key
    this.values = values
  }
}

/** The only error shape that leaves the server, under `error.data.game`. */
export interface GameErrorShape {
  key: GameErrorKey
  values: GameErrorValues
}

export const isGameErrorKey = (key: unknown): key is GameErrorKey =>
  typeof key === 'string' && Object.hasOwn(gameErrors, key)
