import type { Calibration, CaptchaPolicy, Language, RoundState } from '@dabble/api'
import { sql } from 'drizzle-orm'
import { blob, check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { contest } from './contest.ts'
import { millis } from './millis.ts'

export const round = sqliteTable(
  'round',
  {
    id: text().primaryKey(),
    contestId: text('contest_id')
      .notNull()
      .references(() => contest.id),
    title: text({ mode: 'json' }).$type<Record<Language, string>>().notNull(),
    state: text().$type<RoundState>().notNull(),
    /** sha256 of the target's file; its bytes lie with the pictures. */
    targetHash: text('target_hash').notNull(),
    targetWidth: integer('target_width').notNull(),
    targetHeight: integer('target_height').notNull(),
    targetEmbedding: blob('target_embedding', { mode: 'buffer' }).notNull(),
    /** What a bundle drew the target from; null when it was uploaded. Secret until the reveal. */
    targetPrompt: text('target_prompt'),
    /** One starting noise for everybody. */
    noiseSeed: integer('noise_seed').notNull(),
    /** The pinned bundle: name and hash over its files. */
    bundleId: text('bundle_id').notNull(),
    calibration: text({ mode: 'json' }).$type<Calibration>().notNull(),
    captcha: text().$type<CaptchaPolicy>().notNull(),
    minGapMs: integer('min_gap_ms').notNull(),
    burst: integer().notNull(),
    burstWindowMs: integer('burst_window_ms').notNull(),
    /** Pictures wait for staff before the public sees them. */
    screening: integer({ mode: 'boolean' }).notNull(),
    createdAt: millis('created_at').notNull(),
    /** When it was last opened; null for a draft. */
    openedAt: millis('opened_at'),
    /** The watermark of a frozen round: public boards show entries up to this sequence number; null while it is not frozen. */
    frozenSequence: integer('frozen_sequence'),
    frozenAt: millis('frozen_at'),
    /** The newest published result; 0 before the round is final. */
    revision: integer().notNull().default(0),
  },
  table => [
    check('round_state', sql`${table.state} in ('draft', 'open', 'closed', 'final', 'revealed')`),
    uniqueIndex('round_one_open').on(table.contestId).where(sql`state = 'open'`),
  ],
)

/** When a round is played. A round without windows is played whenever it is open. */
export const roundWindow = sqliteTable(
  'round_window',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    name: text().notNull(),
    opensAt: millis('opens_at').notNull(),
    closesAt: millis('closes_at').notNull(),
  },
  table => [check('round_window_order', sql`${table.opensAt} < ${table.closesAt}`)],
)

/** What was published: never changed, only followed by a higher revision. */
export const roundResult = sqliteTable(
  'round_result',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    revision: integer().notNull(),
    publishedAt: millis('published_at').notNull(),
    /** The staff member. */
    author: text().notNull(),
    reason: text().notNull(),
    /** Who stood where; nicknames are looked up, so that whoever leaves is gone from here too. */
    standings: text({ mode: 'json' }).$type<PublishedStanding[]>().notNull(),
  },
  table => [primaryKey({ columns: [table.roundId, table.revision] })],
)

export interface PublishedStanding {
  playerId: string
  rank: number
  /** Null where the picture's rank belongs to an earlier finder: shown as tied, wins nothing. */
  prizeRank: number | null
  sequence: number
  similarity: number
}
