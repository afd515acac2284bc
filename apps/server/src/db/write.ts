import { GameError } from '@dabble/api'
import type { Db, Queries } from './open.ts'
import { prepared } from './prepared.ts'

/**
 * The driver's own transaction instead of Drizzle's, which makes a new handle each time: one connection has one transaction, so
 * the database's handle is as good, and statements prepared with it serve here too.
 */
const transaction = prepared(db => db.$client.transaction((run: (tx: Queries) => unknown) => run(db)))

/**
 * One `BEGIN IMMEDIATE` transaction: what is read inside stays true until it commits. Nothing may be awaited in it.
 * @throws {GameError} `disk-full`, with nothing written.
 */
export function write<T>(db: Db, run: (tx: Queries) => T): T {
  try {
    return transaction(db).immediate(run) as T
  } catch (error) {
    throw causes(error).some(({ code }) => code === 'SQLITE_FULL') ? new GameError('disk-full') : error
  }
}

/** Whether a UNIQUE index refused a write; `column` as SQLite names it, for example `player.nickname_key`. */
export function violatesUnique(error: unknown, column: string): boolean {
  return causes(error).some(({ code, message }) => code === 'SQLITE_CONSTRAINT_UNIQUE' && message.includes(column))
}

/** An error and what it wraps. */
function causes(error: unknown): { code?: unknown; message: string }[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : []
}
