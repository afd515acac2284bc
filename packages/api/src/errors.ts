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
  'not-staff': 'FORBIDDEN',
  'not-owner': 'FORBIDDEN',
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
