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
