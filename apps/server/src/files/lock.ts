import Database from 'better-sqlite3'

/**
 * Takes a lock: an exclusive SQLite transaction on a file of its own. The operating system drops it with the process, however
 * that ends, so there is no stale lock to clean up. Returns a function that lets it go.
 * @throws what `isTaken` tells when another process has it.
 */
export function takeLock(file: string): () => void {
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}

export const isTaken = (error: unknown): boolean =>
  String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_BUSY')
