import { and, eq, gt, lte, min, sql } from 'drizzle-orm'
import type { Queries } from '../db/open.ts'
import { wrongCode } from '../db/schema.ts'

type Kind = (typeof wrongCode.$inferSelect)['kind']

const hour = 3_600_000
/** A PIN is short, so guessing is slow; whoever mistypes theirs in front of a queue of people is let in again soon. */
const limits: Record<Kind, { guesses: number; withinMs: number }> = {
  recovery: { guesses: 10, withinMs: hour },
  pairing: { guesses: 10, withinMs: hour },
  rebind: { guesses: 10, withinMs: hour },
  pin: { guesses: 5, withinMs: 300_000 },
}

/** Milliseconds until this device may guess again; 0 when it may. */
export function lockedOutMs(tx: Queries, kind: Kind, deviceId: string, now: number): number {
  const { guesses, withinMs } = limits[kind]
  const recent = tx
    .select({ guesses: sql<number>`count(*)`, first: min(wrongCode.at) })
    .from(wrongCode)
    .where(and(ofDevice(kind, deviceId), gt(wrongCode.at, now - withinMs)))
    .get()
  if (!recent?.first || recent.guesses < guesses) return 0
  return Math.min(withinMs, recent.first + withinMs - now)
}

export function countWrongCode(tx: Queries, kind: Kind, deviceId: string, now: number): void {
  tx.delete(wrongCode)
    .where(and(ofDevice(kind, deviceId), lte(wrongCode.at, now - limits[kind].withinMs)))
    .run()
  tx.insert(wrongCode).values({ kind, deviceId, at: now }).run()
}

const ofDevice = (kind: Kind, deviceId: string) => and(eq(wrongCode.kind, kind), eq(wrongCode.deviceId, deviceId))
