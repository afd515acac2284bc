import { integer } from 'drizzle-orm/sqlite-core'

/** Milliseconds since the epoch. */
export const millis = (name: string) => integer(name)
