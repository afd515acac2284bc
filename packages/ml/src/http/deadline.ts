import type { FastifyReply, FastifyRequest } from 'fastify'
import { badRequest, callerGone } from './api-error.ts'

export const maxDeadlineMs = 600_000

/**
 * Aborts when the caller goes away, when its `X-Deadline-Ms` (or the default) has passed, or when `shutdown` does. The reason
 * is what to answer.
 */
export function requestSignal(request: FastifyRequest, reply: FastifyReply, defaultMs: number, shutdown: AbortSignal) {
  const header = request.headers['x-deadline-ms']
  const ms = header === undefined ? defaultMs : Number(header)
  if (!Number.isInteger(ms) || ms < 1 || ms > maxDeadlineMs)
    throw badRequest(`X-Deadline-Ms must be a whole number from 1 to ${maxDeadlineMs}.`)
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(callerGone())
  })
  return AbortSignal.any([gone.signal, AbortSignal.timeout(ms), shutdown])
}
