import { type CaptchaPolicy, GameError, type GameErrorKey } from '@dabble/api'
import { lt, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { captchaSolution } from '../db/schema.ts'
import type { Round } from './round.ts'

/** A solution as verified before the transaction; null when none was sent. */
export type CaptchaVerdict =
  | { ok: true; id: string; expiresAt: number }
  | { ok: false; reason: 'forged' | 'expired' | 'swapped' | 'invalid' }
  | null

/** Whether the next entry needs a solution, by the newest of this player; gaps in milliseconds, newest first. */
export type NeedsCaptcha = (
  policy: CaptchaPolicy,
  history: { entries: number; recentGapsMs: readonly number[] },
) => boolean

/** Gaps that a policy may look at. */
const gaps = 10
/** Spent solutions are kept so much longer than they are valid, for requests that were received before and judged after. */
const graceMs = 3_600_000

export function entryNeedsCaptcha(db: Queries, round: Round, playerId: string, needs: NeedsCaptcha): boolean {
  const times = newestTimes(db).all({ roundId: round.id, playerId })
  const recentGapsMs = times.slice(1).map(({ at }, i) => (times[i]?.at ?? at) - at)
  return needs(round.captcha, { entries: times.length, recentGapsMs })
}

/**
 * Spends a solution on an entry; the primary key makes it spendable once.
 * @throws {GameError} `captcha-needed`, `captcha-expired`, `captcha-invalid`, `captcha-used`.
 */
export function spendCaptcha(tx: Queries, verdict: CaptchaVerdict, entryId: string, now: number): void {
  if (!verdict?.ok) throw new GameError(refusal(verdict))
  forgetSpent(tx).run({ before: now - graceMs })
  const { id, expiresAt } = verdict
  if (spend(tx).run({ id, entryId, expiresAt }).changes === 0) throw new GameError('captcha-used')
}

function refusal(verdict: Exclude<CaptchaVerdict, { ok: true }>): GameErrorKey {
  if (!verdict) return 'captcha-needed'
  return verdict.reason === 'expired' ? 'captcha-expired' : 'captcha-invalid'
}

const { placeholder } = sql

/** A limit in the text: Drizzle's is a value, for which SQLite would plan the statement anew. */
const newestTimes = prepared(db =>
  db.$client.prepare<[{ roundId: string; playerId: string }], { at: number }>(`
    select received_at as at from entry where round_id = (select @roundId) and player_id = (select @playerId)
    order by received_at desc limit ${gaps + 1}`),
)

const forgetSpent = prepared(db =>
  db
    .delete(captchaSolution)
    .where(lt(captchaSolution.expiresAt, given('before')))
    .prepare(),
)

const spend = prepared(db =>
  db
    .insert(captchaSolution)
    .values({ id: placeholder('id'), entryId: placeholder('entryId'), expiresAt: placeholder('expiresAt') })
    .onConflictDoNothing()
    .prepare(),
)
