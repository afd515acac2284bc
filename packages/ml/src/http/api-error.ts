/** An answer that is an error, in OpenAI's shape. The message is for the caller and says nothing of the inside. */
export class ApiError extends Error {
  readonly status: number
  readonly type: string
  readonly code: string
  readonly retryAfterSeconds?: number

  constructor(status: number, code: string, message: string, retryAfterSeconds?: number) {
    super(message)
    this.status = status
    this.code = code
    this.type = status < 500 ? 'invalid_request_error' : 'server_error'
    this.retryAfterSeconds = retryAfterSeconds
  }

  get body() {
    return { error: { message: this.message, type: this.type, code: this.code } }
  }
}

export const badRequest = (message: string) => new ApiError(400, 'invalid_value', message)
export const notReady = () => new ApiError(503, 'not_ready', 'The models are still loading; try again in a moment.', 1)
export const shuttingDown = () =>
  new ApiError(503, 'shutting_down', 'The server is stopping; try again in a moment.', 1)
export const queueFull = (retryAfterSeconds: number) =>
  new ApiError(429, 'queue_full', 'Too many requests are waiting; try again later.', retryAfterSeconds)
export const deadlineExceeded = () => new ApiError(504, 'deadline_exceeded', 'The deadline passed before the answer.')
/** Never read by anybody: the caller is gone. */
export const callerGone = () => new ApiError(499, 'caller_gone', 'The caller closed the connection.')
