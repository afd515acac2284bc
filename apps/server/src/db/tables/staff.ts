import type { StaffRole } from '@dabble/api'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { contest } from './contest.ts'
import { millis } from './millis.ts'

/** The crew, by name. Never deleted: the audit log refers to them. */
export const staffMember = sqliteTable(
  'staff_member',
  {
    id: text().primaryKey(),
    contestId: text('contest_id')
      .notNull()
      .references(() => contest.id),
    name: text().notNull(),
    /** As nicknames are compared; null once removed, so that the name is free again. */
    nameKey: text('name_key'),
    role: text().$type<StaffRole>().notNull(),
    /** argon2id, in its own string form. */
    pinHash: text('pin_hash').notNull(),
    createdAt: millis('created_at').notNull(),
    removedAt: millis('removed_at'),
  },
  table => [
    unique('staff_member_name').on(table.contestId, table.nameKey),
    check('staff_member_role', sql`${table.role} in ('staff', 'owner')`),
  ],
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
  /** What the crew calls it: "kiosk", "tablet". */
  name: text().notNull().default(''),
})

/** Who has unlocked a device; no row: it is locked. */
export const staffSession = sqliteTable('staff_session', {
  deviceId: text('device_id')
    .primaryKey()
    .references(() => staffDevice.id, { onDelete: 'cascade' }),
  memberId: text('member_id')
    .notNull()
    .references(() => staffMember.id),
  unlockedAt: millis('unlocked_at').notNull(),
  /** The last call; the device locks when this is too long ago. */
  activeAt: millis('active_at').notNull(),
})

/** Wrong guesses at a code, by device, so that a restart does not forgive them. */
export const wrongCode = sqliteTable(
  'wrong_code',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().$type<'recovery' | 'pairing' | 'pin' | 'rebind'>().notNull(),
    deviceId: text('device_id').notNull(),
    at: millis('at').notNull(),
  },
  table => [index('wrong_code_device').on(table.kind, table.deviceId, table.at)],
)

/** Everything done to a player, a picture, a prize or a round: by whom, why. Never deleted. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: millis('at').notNull(),
    /** A staff member, a device that is being paired, a player, or `system`. */
    author: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    reason: text().notNull(),
  },
  table => [index('audit_log_subject').on(table.subject, table.at)],
)
