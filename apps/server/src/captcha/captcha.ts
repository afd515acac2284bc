import { createHmac, timingSafeEqual } from 'node:crypto'
import { createChallenge, randomInt } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/scrypt'
import { parseSolution } from './solution.ts'

/** What a solution is good for: one action of one player. */
export interface CaptchaUse {
  playerId: string
  /** A word for what is being done, for example `entry`. */
  action: string
  /** Milliseconds since the epoch; the only clock that is consulted. */
  now: number
}

/** ALTCHA's challenge: everything the solver needs, and a signature over all of it. */
export interface CaptchaChallenge {
  parameters: {
    algorithm: string
    nonce: string
    salt: string
    cost: number
    keyLength: number
    keyPrefix: string
    memoryCost?: number
    parallelism?: number
    /** Who and what it is for, `difficulty` (so that progress can be shown), and its lifetime on the server's clock. */
    data?: Record<string, string | number | boolean | null>
  }
  signature?: string
}

export type CaptchaCheck =
  /** `id` is unique to the challenge however the solution is written; whoever spends the solution stores it until `expiresAt`. */
  | { ok: true; id: string; expiresAt: number }
  /** `swapped`: honest, but made for another player or action. `invalid`: unreadable, or the work was not done. */
  | { ok: false; reason: 'forged' | 'expired' | 'swapped' | 'invalid' }

export interface Captcha {
  /** A signed challenge. Nothing is kept: it costs one key derivation (1-2 ms in the thread pool) and no memory. */
  issue(use: CaptchaUse): Promise<CaptchaChallenge>
  /** Judges a solution without spending it, in two HMACs and no key derivation. Never throws, whatever the string. */
  check(solution: string, use: CaptchaUse): CaptchaCheck
}

export interface CaptchaOptions {
  /** Kept in the data folder, so that a solution survives a restart. Any length; separate keys are derived from it. */
  secret: Buffer | string
  /** The most scrypt derivations a phone can need; half of it on average. 200 takes a desktop about a quarter of a second. */
  difficulty?: number
  /** How long a challenge may be solved and used. */
  ttlMs?: number
}

/** scrypt of half a mebibyte: heavy enough to be worth a bot's while to avoid, small enough for the caches of old phones. */
const scrypt = { algorithm: 'SCRYPT', cost: 512, memoryCost: 8, parallelism: 1, keyLength: 32 }

/**
 * Self-hosted proof of work in ALTCHA's protocol, stateless: what was issued is in the signature, what was spent is in the
 * caller's database. The server picks the counter to be found (not a prefix of zeros to be hit by luck), so no phone waits
 * longer than `difficulty` derivations.
 */
export function createCaptcha({ secret, difficulty = 200, ttlMs = 5 * 60_000 }: CaptchaOptions): Captcha {
  const key = (purpose: string) => createHmac('sha256', secret).update(`dabble captcha ${purpose}`).digest('hex')
  const keys = { hmacSignatureSecret: key('challenge'), hmacKeySignatureSecret: key('solution') }

  return {
    issue({ playerId, action, now }) {
      return createChallenge({
        ...scrypt,
        ...keys,
        deriveKey,
        counter: randomInt(difficulty),
        // Our own expiry instead of ALTCHA's `expiresAt`, which is compared with the wall clock behind the caller's back.
        data: { playerId, action, difficulty, issuedAt: now, expiresAt: now + ttlMs },
      })
    },

    // What ALTCHA's `verifySolution` does, on this thread: its two HMACs wait in line for the thread pool, twice an entry.
    check(solution, { playerId, action, now }) {
      const parsed = parseSolution(solution)
      if (!parsed) return { ok: false, reason: 'invalid' }
      const { challenge, solution: found } = parsed
      const { parameters, signature } = challenge
      if (!isHmac(signature, keys.hmacSignatureSecret, JSON.stringify(parameters)))
        return { ok: false, reason: 'forged' }
      // From here on the parameters are our own words.
      const { nonce, data, keySignature } = parameters
      if (data.playerId !== playerId || data.action !== action) return { ok: false, reason: 'swapped' }
      if (now >= data.expiresAt) return { ok: false, reason: 'expired' }
      const key = Buffer.from(found.derivedKey, 'hex')
      if (!isHmac(keySignature, keys.hmacKeySignatureSecret, key)) return { ok: false, reason: 'invalid' }
      return { ok: true, id: nonce, expiresAt: data.expiresAt }
    },
  }
}

/** In constant time. */
function isHmac(hex: string, secret: string, message: string | Buffer): boolean {
  const expected = createHmac('sha256', secret).update(message).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
