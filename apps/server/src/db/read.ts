import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { StartError } from '../start/start-error.ts'
import type { Db } from './open.ts'
import * as schema from './schema.ts'

/** Opens a game's database to read it only, which may be done beside a running game. @throws {StartError} where there is none. */
export function openToRead(file: string): Db {
  requireGame(file)
  const client = new Database(file, { readonly: true })
  return Object.assign(drizzle(client, { schema }), { $client: client })
}

/** For commands that look at a game and do not make one. @throws {StartError} */
export function requireGame(file: string): void {
  if (!existsSync(file)) throw new StartError(`There is no game in ${file}. Set DABBLE_DATA to the folder of one.`)
}
