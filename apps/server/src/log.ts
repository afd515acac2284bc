import type { FastifyBaseLogger } from 'fastify'

/**
 * JSON lines on stdout; `LOG_LEVEL` decides how many (at a terminal only trouble). Never prompts, nicknames, cookies or tokens.
 */
export type Log = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>

export const silentLog: Log = { info() {}, warn() {}, error() {} }
