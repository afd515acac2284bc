import { and, eq, gt, lte, min, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { wrongCode } from '../db/schema.ts'

const limit = { guesses: 10, withinMs: 3_600_000 }

type Kind = 'recovery' | 'pairing'

/** Milliseconds until this device may guess again; 0 when it may. */
export function lockedOutMs(tx: Queries, kind: Kind, deviceId: string, now: number): number {
  const recent = tx
    .select({ guesses: sql<number>`count(*)`, first: min(wrongCode.at) })
    .from(wrongCode)
    .where(and(ofDevice(kind, deviceId), gt(wrongCode.at, now - limit.withinMs)))
    .get()
  if (!recent?.first || recent.guesses < limit.guesses) return 0
  return Math.min(limit.withinMs, recent.first + limit.withinMs - now)
}

export function countWrongCode(tx: Queries, kind: Kind, deviceId: string, now: number): void {
  tx.delete(wrongCode)
    .where(and(ofDevice(kind, deviceId), lte(wrongCode.at, now - limit.withinMs)))
    .run()
  tx.insert(wrongCode).values({ kind, deviceId, at: now }).run()
}

const ofDevice = (kind: Kind, deviceId: string) => and(eq(wrongCode.kind, kind), eq(wrongCode.deviceId, deviceId))
