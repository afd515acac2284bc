/** What browsers may know: types and pure functions. Nothing here reaches for the network, a database or Node. */
export * from './errors.ts'
export type * from './game.ts'
export * from './limits.ts'
export type * from './live.ts'
export * from './schemas.ts'
export * from './scores.ts'
export * from './text.ts'
export type * from './views.ts'
