import { type SQL, sql } from 'drizzle-orm'
import type { Db, Queries } from './open.ts'

/**
 * Keeps what is made of a database with it: the statements of a hot path. Drizzle puts a query's text together at every call, which
 * was more work than running it. A transaction is the database's own handle (`write`), so they serve inside one as well.
 */
export function prepared<Statements extends object>(make: (db: Db) => Statements): (db: Queries) => Statements {
  const made = new WeakMap<Queries, Statements>()
  return db => {
    const known = made.get(db)
    if (known) return known
    const statements = make(db as Db)
    made.set(db, statements)
    return statements
  }
}

/**
 * A value that a prepared statement is given when it runs. Inside of a subquery, because SQLite plans a statement anew whenever it is
 * given a value that its planner has looked at, be it as good as equal: that took ten times as long as looking a row up.
 */
export const given = (name: string): SQL => sql`(select ${sql.placeholder(name)})`
