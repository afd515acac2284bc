/** The queue is full; try again after `retryAfterMs`. */
export class InferenceBusy extends Error {
  override readonly name = 'InferenceBusy'
  readonly retryAfterMs: number
  constructor(message: string, retryAfterMs: number) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}

/** The request itself is wrong (4xx): sending it again gets the same answer. */
export class InferenceRefused extends Error {
  override readonly name = 'InferenceRefused'
  readonly status: number
  readonly code: string | null
  constructor(message: string, status: number, code: string | null) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** Nobody answered, the answer broke off, or the server failed (5xx). */
export class InferenceUnavailable extends Error {
  override readonly name = 'InferenceUnavailable'
}

/** The deadline passed before the answer was complete. */
export class InferenceDeadline extends Error {
  override readonly name = 'InferenceDeadline'
}
