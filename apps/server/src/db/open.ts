import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { explainDisk, StartError } from '../start/start-error.ts'
import * as schema from './schema.ts'
import { keepStatements } from './statements.ts'

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/** A database or a transaction: what may be asked of either. */
export type Queries = BaseSQLiteDatabase<
  'sync',
  Database.RunResult,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>

const migrationsFolder = join(import.meta.dirname, 'migrations')

/**
 * Opens the booth's database, creates it where there is none, and brings it up to date. Migrations are one transaction: a
 * failed one leaves the database as it was.
 * @throws {StartError} when the file cannot be opened or written, is damaged, or was written by a newer Dabble.
 */
export function openDatabase(file: string): Db {
  let client: Database.Database | undefined
  try {
    client = new Database(file)
    client.pragma('busy_timeout = 5000')
    refuseDamaged(client, file)
    client.pragma('journal_mode = WAL')
    // An acknowledged entry survives a power cut, so every commit waits for the disk.
    client.pragma('synchronous = FULL')
    const db = drizzle(client, { schema })
    bringUpToDate(db, file)
    keepStatements(client)
    return db
  } catch (error) {
    client?.close()
    throw explainDisk(error, dirname(file))
  }
}

/** Moves everything from the write-ahead log into the file, so that copying the file alone is a backup, and closes. */
export function closeDatabase(db: Db): void {
  if (!db.$client.open) return
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  db.$client.close()
}

function refuseDamaged(client: Database.Database, file: string): void {
  const verdict = client.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') {
    throw new StartError(
      `The database ${file} is damaged (${verdict}). Restore a backup, or set DABBLE_DATA to a new folder.`,
    )
  }
}

function bringUpToDate(db: Db, file: string): void {
  const known = readMigrationFiles({ migrationsFolder })
  const unknown = appliedMigrations(db.$client).filter(at => !known.some(({ folderMillis }) => folderMillis === at))
  if (unknown.length > 0) {
    throw new StartError(
      `The database ${file} was written by a newer Dabble. Start that version, or set DABBLE_DATA to another folder.`,
    )
  }
  // A migration may rebuild a table, which foreign keys would take for deleting every row that is referred to.
  db.$client.pragma('foreign_keys = OFF')
  try {
    migrate(db.$client, known)
  } catch (error) {
    if (explainDisk(error, dirname(file)) !== error) throw error
    throw new StartError(
      `The database ${file} could not be brought up to date and is as it was (${(error as Error).message}). ` +
        'Start the version that wrote it, or set DABBLE_DATA to a new folder.',
      error,
    )
  }
  db.$client.pragma('foreign_keys = ON')
  // Writes a page: a full disk is found now and not by the first player.
  db.$client.pragma(`user_version = ${known.length}`)
}

/**
 * Applies what is missing, in one transaction, and keeps Drizzle's own record of it. (Drizzle's migrator hides why it failed: on a
 * full disk SQLite has already rolled back when it tries to.)
 */
function migrate(client: Database.Database, known: MigrationMeta[]): void {
  client
    .transaction(() => {
      client.exec(
        'create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)',
      )
      const applied = new Set(appliedMigrations(client))
      const record = client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      for (const { sql, hash, folderMillis } of known.filter(({ folderMillis }) => !applied.has(folderMillis))) {
        for (const statement of sql) client.exec(statement)
        record.run(hash, folderMillis)
      }
    })
    .immediate()
}

/** When each applied migration was made; nothing in a new database. */
function appliedMigrations(client: Database.Database): number[] {
  const table = client.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get()
  if (!table) return []
  return client.prepare('select created_at from __drizzle_migrations').pluck().all().map(Number)
}
