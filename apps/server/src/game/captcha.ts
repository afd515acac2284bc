import { type CaptchaPolicy, GameError, type GameErrorKey } from '@dabble/api'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import { captchaSolution, entry } from '../db/schema.ts'
import type { Round } from './round.ts'

/** A solution as verified before the transaction; null when none was sent. */
export type CaptchaVerdict =
  | { ok: true; id: string; expiresAt: number }
  | { ok: false; reason: 'forged' | 'expired' | 'swapped' | 'invalid' }
  | null

/** Whether the next entry needs a solution; gaps in milliseconds, newest first. */
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
  const entries = times[0]?.entries ?? 0
  const recentGapsMs = times.slice(1).map(({ at }, i) => (times[i]?.at ?? at) - at)
  return needs(round.captcha, { entries, recentGapsMs })
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

const newestTimes = prepared(db =>
  db
    .select({ at: entry.receivedAt, entries: sql<number>`count(*) over ()` })
    .from(entry)
    .where(and(eq(entry.roundId, placeholder('roundId')), eq(entry.playerId, placeholder('playerId'))))
    .orderBy(desc(entry.receivedAt))
    .limit(gaps + 1)
    .prepare(),
)

const forgetSpent = prepared(db =>
  db
    .delete(captchaSolution)
    .where(lt(captchaSolution.expiresAt, placeholder('before')))
    .prepare(),
)

const spend = prepared(db =>
  db
    .insert(captchaSolution)
    .values({ id: placeholder('id'), entryId: placeholder('entryId'), expiresAt: placeholder('expiresAt') })
    .onConflictDoNothing()
    .prepare(),
)
