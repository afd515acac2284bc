import { type CaptchaPolicy, GameError, type GameErrorKey } from '@dabble/api'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
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
  const own = and(eq(entry.roundId, round.id), eq(entry.playerId, playerId))
  const times = db
    .select({ at: entry.receivedAt, entries: sql<number>`count(*) over ()` })
    .from(entry)
    .where(own)
    .orderBy(desc(entry.receivedAt))
    .limit(gaps + 1)
    .all()
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
  tx.delete(captchaSolution)
    .where(lt(captchaSolution.expiresAt, now - graceMs))
    .run()
  const { id, expiresAt } = verdict
  const spent = tx.insert(captchaSolution).values({ id, entryId, expiresAt }).onConflictDoNothing().run()
  if (spent.changes === 0) throw new GameError('captcha-used')
}

function refusal(verdict: Exclude<CaptchaVerdict, { ok: true }>): GameErrorKey {
  if (!verdict) return 'captcha-needed'
  return verdict.reason === 'expired' ? 'captcha-expired' : 'captcha-invalid'
}
