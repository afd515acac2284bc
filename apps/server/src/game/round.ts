import type { Millis, RoundView } from '@dabble/api'
import { asc, eq, ne, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Db, Queries } from '../db/open.ts'
import { given, prepared } from '../db/prepared.ts'
import { round, roundWindow } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { pictureRef } from './picture-ref.ts'

export type Round = typeof round.$inferSelect
export type RoundWindow = typeof roundWindow.$inferSelect

/** How a round is played until somebody decides otherwise. */
export const playDefaults = {
  captcha: 'cadence',
  minGapMs: 1_500,
  burst: 12,
  burstWindowMs: 60_000,
} as const satisfies Partial<NewRound>

export interface NewRound extends Omit<typeof round.$inferInsert, 'id' | 'createdAt'> {
  /** Empty: played whenever it is open. */
  windows?: { name: string; opensAt: Millis; closesAt: Millis }[]
}

export function createRound(db: Db, { windows = [], ...input }: NewRound, now: Millis): Round {
  return write(db, tx => {
    const created = tx
      .insert(round)
      .values({ id: nanoid(), openedAt: input.state === 'open' ? now : null, ...input, createdAt: now })
      .returning()
      .get()
    for (const window of windows)
      tx.insert(roundWindow)
        .values({ id: nanoid(), roundId: created.id, ...window })
        .run()
    return created
  })
}

/** The round being played, or else the one played last; null before the first opens. */
export function currentRound(db: Queries): Round | null {
  return openOrNewest(db).get() ?? null
}

export function roundOf(db: Queries, id: string): Round | null {
  return roundById(db).get({ id }) ?? null
}

/** A round's windows in the order in which they open; none where it is played whenever it is open. */
export function windowsOf(db: Queries, roundId: string): RoundWindow[] {
  return windowsByRound(db).all({ roundId })
}

/** The window being played, or else the next one; null when none is left. */
export const windowAt = (windows: RoundWindow[], now: Millis): RoundWindow | null =>
  windows.find(({ closesAt }) => closesAt > now) ?? null

/** Whether an entry received now counts: the round is open and, where it has windows, inside one. */
export function acceptsEntries(db: Queries, { id, state }: Round, now: Millis): boolean {
  if (state !== 'open') return false
  const windows = windowsOf(db, id)
  return windows.length === 0 || windows.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
}

export function roundView(db: Queries, row: Round, model: RoundView['model'], now: Millis): RoundView {
  const window = windowAt(windowsOf(db, row.id), now)
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    target: pictureRef({ hash: row.targetHash, width: row.targetWidth, height: row.targetHeight }),
    window: window && { name: window.name, opensAt: window.opensAt, closesAt: window.closesAt },
    ...(row.state === 'revealed' && row.targetPrompt ? { revealedPrompt: row.targetPrompt } : {}),
    captcha: row.captcha,
    pace: { minGapMs: row.minGapMs, burst: row.burst, burstWindowMs: row.burstWindowMs },
    model,
  }
}

const openOrNewest = prepared(db => {
  const openFirst = sql`${round.state} = 'open' desc`
  const newestFirst = [sql`coalesce(${round.openedAt}, ${round.createdAt}) desc`, sql`${round}.rowid desc`]
  return db
    .select()
    .from(round)
    .where(ne(round.state, 'draft'))
    .orderBy(openFirst, ...newestFirst)
    .prepare()
})

const roundById = prepared(db =>
  db
    .select()
    .from(round)
    .where(eq(round.id, given('id')))
    .prepare(),
)

const windowsByRound = prepared(db =>
  db
    .select()
    .from(roundWindow)
    .where(eq(roundWindow.roundId, given('roundId')))
    .orderBy(asc(roundWindow.opensAt))
    .prepare(),
)
