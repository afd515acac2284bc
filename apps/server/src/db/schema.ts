/*
 * The invariants live in these tables: what must hold of two racing requests is a UNIQUE index or a CHECK, not a hope.
 * Times are milliseconds since the epoch. Ids are nanoids unless said otherwise.
 */
export * from './tables/contest.ts'
export * from './tables/entry.ts'
export * from './tables/player.ts'
export * from './tables/prize.ts'
export * from './tables/round.ts'
export * from './tables/staff.ts'
