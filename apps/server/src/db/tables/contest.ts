import type { Language } from '@dabble/api'
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { millis } from './millis.ts'

export const contest = sqliteTable('contest', {
  id: text().primaryKey(),
  name: text().notNull(),
  languages: text({ mode: 'json' }).$type<Language[]>().notNull(),
  timeZone: text('time_zone').notNull(),
  createdAt: millis('created_at').notNull(),
  /** Languages the big screen takes turns in; null for those of the contest. */
  screenLanguages: text('screen_languages', { mode: 'json' }).$type<Language[]>(),
  /** Decimals of a score, where neighbours need no more. */
  decimals: integer().notNull().default(2),
  /** Staff made the big screen blank. */
  blankedAt: millis('blanked_at'),
  /** A staff device locks itself after so long without a tap. */
  autoLockMs: integer('auto_lock_ms').notNull().default(300_000),
  /** Where alerts go (Slack-compatible JSON); null for nowhere. */
  webhookUrl: text('webhook_url'),
})

/** Keys that are made at the first start and never leave the data folder (cookies, CAPTCHA). */
export const secret = sqliteTable('secret', {
  name: text().primaryKey(),
  value: blob({ mode: 'buffer' }).notNull(),
})
