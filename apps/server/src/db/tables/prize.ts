import type { Language, PrizeKind } from '@dabble/api'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { contest } from './contest.ts'
import { millis } from './millis.ts'
import { player } from './player.ts'
import { round, roundWindow } from './round.ts'

/** A stocked thing. */
export const prize = sqliteTable(
  'prize',
  {
    id: text().primaryKey(),
    contestId: text('contest_id')
      .notNull()
      .references(() => contest.id),
    kind: text().$type<PrizeKind>().notNull(),
    name: text({ mode: 'json' }).$type<Record<Language, string>>().notNull(),
    /** sha256 of its picture's file, which lies with the pictures. */
    pictureHash: text('picture_hash'),
    pictureWidth: integer('picture_width'),
    pictureHeight: integer('picture_height'),
    stock: integer().notNull(),
    /** Awards that stand. Counted up with the award, so that two who race for the last one cannot both have it. */
    given: integer().notNull().default(0),
    /** Rank prizes: of which round, of one window or overall, and for which prize ranks. */
    roundId: text('round_id').references(() => round.id),
    windowId: text('window_id').references(() => roundWindow.id),
    rankFrom: integer('rank_from'),
    rankTo: integer('rank_to'),
    createdAt: millis('created_at').notNull(),
    /** Not offered any more; its awards stand. */
    removedAt: millis('removed_at'),
  },
  table => [
    check('prize_kind', sql`${table.kind} in ('participation', 'rank', 'spot', 'draw')`),
    check('prize_stock', sql`${table.given} >= 0 and ${table.given} <= ${table.stock}`),
    check(
      'prize_rank',
      sql`(${table.kind} = 'rank') = (${table.roundId} is not null and ${table.rankFrom} is not null and ${table.rankTo} is not null and ${table.rankTo} >= ${table.rankFrom})`,
    ),
  ],
)

/** Digital codes that a prize can be handed over as, each once. */
export const prizeCode = sqliteTable(
  'prize_code',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    prizeId: text('prize_id')
      .notNull()
      .references(() => prize.id),
    code: text().notNull(),
    /** Never taken back: the winner may have written it down. */
    awardId: text('award_id')
      .unique()
      .references(() => award.id),
  },
  // A list that is pasted twice is one list.
  table => [unique('prize_code_once').on(table.prizeId, table.code)],
)

/** A prize that was given to a player. */
export const award = sqliteTable(
  'award',
  {
    id: text().primaryKey(),
    prizeId: text('prize_id')
      .notNull()
      .references(() => prize.id),
    playerId: text('player_id')
      .notNull()
      .references(() => player.id),
    /** Of its prize, for the indexes below. */
    kind: text().$type<PrizeKind>().notNull(),
    /** The device the player joined on, for participation prizes: leaving and re-joining earns nothing. Null where staff decided so. */
    deviceId: text('device_id'),
    /** The prize rank that was won. */
    rank: integer(),
    /** What the big screen says. */
    reason: text().notNull(),
    /** sha256 of the picture it was given for. */
    pictureHash: text('picture_hash'),
    /** Made by the screen that gives it: the same twice is one award. */
    nonce: text().notNull().unique(),
    /** For the hand-over, shown on the player's phone. */
    claimCode: text('claim_code').notNull().unique(),
    author: text().notNull(),
    at: millis('at').notNull(),
    announcedAt: millis('announced_at'),
    claimedAt: millis('claimed_at'),
    claimedBy: text('claimed_by'),
    /** Made by the screen that hands it over: the same twice is one claim. */
    claimNonce: text('claim_nonce').unique(),
    undoneAt: millis('undone_at'),
    undoneBy: text('undone_by'),
    /** Drawn, called and not there: not drawn again for this prize. */
    absent: integer({ mode: 'boolean' }).notNull().default(false),
    /** How to reach a winner who has gone home; erased after the event. */
    contact: text(),
  },
  table => [
    uniqueIndex('award_once').on(table.prizeId, table.playerId).where(sql`undone_at is null`),
    uniqueIndex('award_participation').on(table.playerId).where(sql`kind = 'participation' and undone_at is null`),
    uniqueIndex('award_participation_device')
      .on(table.deviceId)
      .where(sql`kind = 'participation' and undone_at is null and device_id is not null`),
    uniqueIndex('award_rank').on(table.prizeId, table.rank).where(sql`rank is not null and undone_at is null`),
    index('award_player').on(table.playerId, table.at),
    check('award_claim', sql`(${table.claimedAt} is null) = (${table.claimedBy} is null)`),
    // What was handed over cannot be undone before the hand-over is.
    check('award_undone', sql`${table.undoneAt} is null or ${table.claimedAt} is null`),
  ],
)
