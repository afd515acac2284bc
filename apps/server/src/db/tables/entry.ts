import type { PictureState } from '@dabble/api'
import { desc, sql } from 'drizzle-orm'
import { blob, check, index, integer, real, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { millis } from './millis.ts'
import { player } from './player.ts'
import { round } from './round.ts'

/** The one image drawn for (round, prompt key). */
export const picture = sqliteTable(
  'picture',
  {
    /** Also the order in which pictures are drawn. */
    id: integer().primaryKey({ autoIncrement: true }),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    promptKey: text('prompt_key').notNull(),
    /** What is drawn: the prompt of the first entry; emptied when all who typed it have left. */
    prompt: text().notNull(),
    state: text().$type<PictureState>().notNull(),
    /** Counts leases and never goes back; a result is only accepted from the attempt that is running. */
    attempt: integer().notNull().default(0),
    /** Attempts that failed by the picture's own fault; at three it is given up. */
    failures: integer().notNull().default(0),
    /** Attempts that ended with the server's process: a power cut, or a picture that brings the server down. */
    interruptions: integer().notNull().default(0),
    /** Why the last attempt failed, for staff; never sent to a player. */
    failure: text(),
    queuedAt: millis('queued_at').notNull(),
    startedAt: millis('started_at'),
    finishedAt: millis('finished_at'),
    /** sha256 of the encoded file. */
    hash: text(),
    width: integer(),
    height: integer(),
    /** Little-endian float32, L2-normalised: the embedding of the file's bytes. */
    embedding: blob({ mode: 'buffer' }),
    similarity: real(),
    screenedAt: millis('screened_at'),
    /** Hidden by staff. */
    hiddenAt: millis('hidden_at'),
    /** Everybody who typed it has left; undone by whoever types it next. */
    erasedAt: millis('erased_at'),
  },
  table => [
    unique('picture_round_prompt_key').on(table.roundId, table.promptKey),
    index('picture_queue').on(table.state, table.id),
    index('picture_finished').on(table.roundId, table.state, table.finishedAt),
    index('picture_hash').on(table.hash),
    // A row is a page of embedding: the crew's lists, asked for again and again, must not read thousands of them.
    index('picture_waiting')
      .on(table.roundId, table.finishedAt, table.hash)
      .where(sql`state = 'done' and screened_at is null and hidden_at is null and erased_at is null`),
    index('picture_screened').on(table.roundId, table.screenedAt).where(sql`screened_at is not null`),
    index('picture_hidden').on(table.roundId, table.hiddenAt).where(sql`hidden_at is not null`),
    check('picture_state', sql`${table.state} in ('queued', 'running', 'done', 'failed')`),
    check(
      'picture_done',
      sql`${table.state} <> 'done' or (${table.hash} is not null and ${table.embedding} is not null and ${table.similarity} is not null)`,
    ),
  ],
)

export const entry = sqliteTable(
  'entry',
  {
    /** The only order that counts. */
    sequence: integer().primaryKey({ autoIncrement: true }),
    /** Made by the phone. */
    id: text().notNull().unique(),
    roundId: text('round_id')
      .notNull()
      .references(() => round.id),
    playerId: text('player_id')
      .notNull()
      .references(() => player.id),
    pictureId: integer('picture_id')
      .notNull()
      .references(() => picture.id),
    prompt: text().notNull(),
    /** `queued` until its picture is done or failed. */
    state: text().$type<'queued' | 'done' | 'failed'>().notNull(),
    /** The prompt key was known: nothing was drawn for this entry. */
    repeat: integer({ mode: 'boolean' }).notNull(),
    /** Its picture's, from the moment it is done: what ranks. */
    similarity: real(),
    receivedAt: millis('received_at').notNull(),
    finishedAt: millis('finished_at'),
  },
  table => [
    uniqueIndex('entry_one_unfinished').on(table.playerId).where(sql`state = 'queued'`),
    index('entry_round_player').on(table.roundId, table.playerId, table.receivedAt),
    // A player's best is the first row of this index, so a board of 500 players costs 500 look-ups.
    index('entry_best').on(table.roundId, table.playerId, desc(table.similarity), table.sequence),
    index('entry_repeat').on(table.roundId).where(sql`repeat and state = 'done'`),
    index('entry_picture').on(table.pictureId, table.state),
    check('entry_state', sql`${table.state} in ('queued', 'done', 'failed')`),
    check('entry_done', sql`(${table.state} = 'done') = (${table.similarity} is not null)`),
  ],
)

/** Consumed CAPTCHA solutions; the primary key makes each usable once. */
export const captchaSolution = sqliteTable(
  'captcha_solution',
  {
    id: text().primaryKey(),
    entryId: text('entry_id').notNull(),
    expiresAt: millis('expires_at').notNull(),
  },
  table => [index('captcha_solution_expires').on(table.expiresAt)],
)
