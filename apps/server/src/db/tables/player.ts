import type { Language } from '@dabble/api'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { contest } from './contest.ts'
import { millis } from './millis.ts'

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
    /** Plays and ranks, but screens show neither their nickname nor their pictures. */
    mutedAt: millis('muted_at'),
    consentAt: millis('consent_at').notNull(),
    erasedAt: millis('erased_at'),
    createdAt: millis('created_at').notNull(),
  },
  table => [
    unique('player_nickname').on(table.contestId, table.nicknameKey),
    index('player_device').on(table.deviceId, table.createdAt),
  ],
)

/** One-time codes that staff give to somebody who lost their phone. */
export const rebindCode = sqliteTable('rebind_code', {
  /** sha256 of the code. */
  hash: text().primaryKey(),
  playerId: text('player_id')
    .notNull()
    .references(() => player.id),
  createdAt: millis('created_at').notNull(),
  expiresAt: millis('expires_at').notNull(),
  usedAt: millis('used_at'),
  /** The device it brought the player back on, which may ask again when the answer was lost. */
  usedBy: text('used_by'),
})
