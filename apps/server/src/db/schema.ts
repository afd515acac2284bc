import type { Calibration, CaptchaPolicy, Language, PictureState, RoundState } from '@dabble/api'
import { desc, sql } from 'drizzle-orm'
import { blob, check, index, integer, real, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'

/*
 * The invariants live here: what must hold of two racing requests is a UNIQUE index or a CHECK, not a hope.
 * Times are milliseconds since the epoch. Ids are nanoids unless said otherwise.
 */

const millis = (name: string) => integer(name)

export const contest = sqliteTable('contest', {
  id: text().primaryKey(),
  name: text().notNull(),
  languages: text({ mode: 'json' }).$type<Language[]>().notNull(),
  timeZone: text('time_zone').notNull(),
  createdAt: millis('created_at').notNull(),
})

/** Keys that are made at the first start and never leave the data folder (cookies, CAPTCHA). */
export const secret = sqliteTable('secret', {
  name: text().primaryKey(),
  value: blob({ mode: 'buffer' }).notNull(),
})

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
  },
  table => [check('round_state', sql`${table.state} in ('draft', 'open', 'closed', 'final', 'revealed')`)],
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

export const player = sqliteTable(
  'player',
  {
    id: text().primaryKey(),
    contestId: text('contest_id')
      .notNull()
      .references(() => contest.id),
    deviceId: text('device_id').notNull(),
    nickname: text().notNull(),
    /** NFKC + casefold + confusables; null once erased, so that the name is free again. */
    nicknameKey: text('nickname_key'),
    playerCode: text('player_code').notNull().unique(),
    /** sha256 of the recovery code; null once erased. */
    recoveryHash: text('recovery_hash').unique(),
    language: text().$type<Language>().notNull(),
    ghost: integer({ mode: 'boolean' }).notNull().default(false),
    disqualifiedAt: millis('disqualified_at'),
    consentAt: millis('consent_at').notNull(),
    erasedAt: millis('erased_at'),
    createdAt: millis('created_at').notNull(),
  },
  table => [
    unique('player_nickname').on(table.contestId, table.nicknameKey),
    index('player_device').on(table.deviceId, table.createdAt),
  ],
)

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

/** One-time codes that pair a device for staff. */
export const pairingCode = sqliteTable('pairing_code', {
  /** sha256 of the code. */
  hash: text().primaryKey(),
  createdAt: millis('created_at').notNull(),
  expiresAt: millis('expires_at').notNull(),
  usedAt: millis('used_at'),
})

export const staffDevice = sqliteTable('staff_device', {
  /** The device cookie's id. */
  id: text().primaryKey(),
  pairedAt: millis('paired_at').notNull(),
})

/** Wrong guesses at a code, by device, so that a restart does not forgive them. */
export const wrongCode = sqliteTable(
  'wrong_code',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().$type<'recovery' | 'pairing'>().notNull(),
    deviceId: text('device_id').notNull(),
    at: millis('at').notNull(),
  },
  table => [index('wrong_code_device').on(table.kind, table.deviceId, table.at)],
)

/** Everything done to a player or a picture: by whom, why. Never deleted. */
export const auditLog = sqliteTable('audit_log', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: millis('at').notNull(),
  /** A staff device, a player, or `system`. */
  author: text().notNull(),
  action: text().notNull(),
  subject: text().notNull(),
  reason: text().notNull(),
})
