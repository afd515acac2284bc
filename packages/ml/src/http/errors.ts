import type { FastifyError, FastifyInstance } from 'fastify'
import { ImageError } from '../image/image-error.ts'
import { ApiError, badRequest, deadlineExceeded } from './api-error.ts'

/** Whatever was thrown, as an answer; what is nobody's business becomes a plain 500. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof ImageError) return badRequest(error.message)
  if (error instanceof DOMException && error.name === 'TimeoutError') return deadlineExceeded()
  const { statusCode = 500, message } = error as FastifyError
  if (statusCode === 413) return new ApiError(413, 'too_large', 'The body is too large.')
  if (statusCode >= 400 && statusCode < 500) return new ApiError(statusCode, 'invalid_request', message)
  return new ApiError(500, 'internal_error', 'The server had an error while answering; try again.')
}

export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => {
    const answer = toApiError(error)
    if (answer.status === 500) request.log.error(error)
    if (answer.retryAfterSeconds) reply.header('retry-after', String(answer.retryAfterSeconds))
    reply.status(answer.status).send(answer.body)
  })
  app.setNotFoundHandler((_request, reply) => {
    reply.status(404).send(new ApiError(404, 'not_found', 'There is nothing at this address.').body)
  })
}
